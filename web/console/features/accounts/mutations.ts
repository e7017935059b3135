import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CreateGrant } from '../../../../contract/accounts.ts';
import {
  changePassword,
  createAccount,
  endGrant,
  grantRole,
  revokeSession,
  signOut,
  suspendAccount,
  updateMe,
} from '../../../client/accounts.ts';
import { meQuery } from '../../../client/queries/me.ts';

export const useChangePassword = () => useMutation({ mutationFn: changePassword });

/** Leaves for the sign-in page with nothing of this person kept, whether or not the server could still be told. */
export function useSignOut() {
  return useMutation({
    mutationFn: signOut,
    onSettled: () => {
      sessionStorage.clear();
      window.location.assign('/console/sign-in');
    },
  });
}

function useThenRefresh<Input, Output>(send: (input: Input) => Promise<Output>, queryKey: readonly unknown[]) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: () => void client.invalidateQueries({ queryKey }) });
}

export const useRevokeSession = () => useThenRefresh(revokeSession, ['sessions']);
export const useUpdateMe = () => useThenRefresh(updateMe, meQuery.queryKey);
export const useCreateAccount = () => useThenRefresh(createAccount, ['accounts']);
export const useSuspend = () => useThenRefresh(suspendAccount, ['accounts']);
export const useGrantRole = (accountId: string) =>
  useThenRefresh((body: CreateGrant) => grantRole(accountId, body), ['accounts']);
export const useEndGrant = (accountId: string) =>
  useThenRefresh((grantId: string) => endGrant(accountId, grantId), ['accounts']);
