import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changePassword, revokeSession, signOut } from '../../../client/accounts.ts';
import { discardEverything } from '../../../client/device-store.ts';
import { sessionsQuery } from './queries.ts';

export const useChangePassword = () => useMutation({ mutationFn: changePassword });

/** Ends the session and forgets everything kept on this device. */
export const useSignOut = () =>
  useMutation({
    mutationFn: async () => {
      await signOut();
      await discardEverything();
    },
  });

export function useRevokeSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: revokeSession,
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}
