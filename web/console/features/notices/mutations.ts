import { useMutation, useQueryClient } from '@tanstack/react-query';
import { markRead } from '../../../client/notices.ts';

/** Marks what has been seen, up to and including one notice. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (upTo: string) => markRead(upTo),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['notices'] }),
  });
}
