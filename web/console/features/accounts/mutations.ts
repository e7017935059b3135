import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changePassword, revokeSession, signOut, updateMe } from '../../../client/accounts.ts';
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

/** Sends, and has everything asked again that begins with the key. */
export function useThenRefresh<Input, Output>(send: (input: Input) => Promise<Output>, queryKey: readonly unknown[]) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: () => void client.invalidateQueries({ queryKey }) });
}

export const useRevokeSession = () => useThenRefresh(revokeSession, ['sessions']);
export const useUpdateMe = () => useThenRefresh(updateMe, meQuery.queryKey);
