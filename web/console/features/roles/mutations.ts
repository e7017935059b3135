import { useMutation, useQueryClient } from '@tanstack/react-query';
import { accountsKey, rolesKey } from './queries.ts';

/** A change to an account or a role; lists, pages and counts that show it are asked again. */
export function useKeeping<Input, Output>(send: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: accountsKey });
      void client.invalidateQueries({ queryKey: rolesKey });
    },
  });
}
