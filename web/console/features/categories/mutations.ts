import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CategoryNode } from '../../../../contract/categories.ts';
import { isProblem } from '../../../client/problem.ts';
import { useSendKey } from '../../app/send-key.ts';

/** A change of the tree; whatever shows categories is asked again, also after a refusal: somebody else may have changed it. */
export function useTreeChange<Input, Output>(send: (input: Input, key: string) => Promise<Output>) {
  const client = useQueryClient();
  const keys = useSendKey();
  return useMutation({
    mutationFn: (input: Input) => send(input, keys.keyFor(input)),
    onSuccess: () => keys.done(),
    onSettled: () =>
      Promise.all(['categories', 'times', 'routing'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

/**
 * The version somebody has before their eyes: the one that stood there when the category was opened, then that of their own changes. After
 * somebody else's it was said so, and the newest counts.
 */
export function useSeen(node: CategoryNode) {
  const seen = useRef<number | undefined>(node.version);
  return {
    read: () => ({ id: node.id, version: seen.current ?? node.version }),
    mine(changed: CategoryNode) {
      seen.current = changed.version;
    },
    refused(error: unknown) {
      if (isProblem(error, 'request.precondition_failed')) seen.current = undefined;
    },
  };
}
