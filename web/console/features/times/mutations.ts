import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSendKey } from '../../app/send-key.ts';

/** A change of what the street allows; whatever shows it is asked again, also after a refusal: somebody else may have changed it. */
export function useTimesChange<Input>(send: (input: Input, key: string) => Promise<unknown>) {
  const client = useQueryClient();
  const keys = useSendKey();
  return useMutation({
    mutationFn: (input: Input) => send(input, keys.keyFor(input)),
    onSuccess: () => keys.done(),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['times'] }),
        client.invalidateQueries({ queryKey: ['categories'] }),
      ]),
  });
}
