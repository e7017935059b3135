import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Case } from '../../../../contract/cases.ts';
import type { Send } from '../../../client/case-verbs.ts';
import { newKey } from '../../../client/keys.ts';
import { isProblem } from '../../../client/problem.ts';
import { caseQuery, casesKey } from '../../../client/queries/cases.ts';

/**
 * One verb on one case. While no answer came the same key is used again, so a tap repeated after a lost answer does
 * nothing twice; a refusal was an answer, and the next try is a new one. `onDone` runs before the screen shows the case
 * as it is now, because that may take away the very component that asked.
 */
export function useVerb<Body>(verb: (body: Body, send: Send) => Promise<Case>, onDone: () => unknown) {
  const queries = useQueryClient();
  const key = useRef(newKey());
  return useMutation({
    mutationFn: (body: Body) => verb(body, { idempotencyKey: key.current }),
    onSuccess: async (after) => {
      key.current = newKey();
      await onDone();
      queries.setQueryData(caseQuery(after.id).queryKey, after);
      return queries.invalidateQueries({ queryKey: casesKey });
    },
    onError: (error) => {
      if (!isProblem(error)) return;
      key.current = newKey();
      // Refused because somebody else was quicker: show how the case stands now.
      if (error.status === 409) void queries.invalidateQueries({ queryKey: casesKey });
    },
  });
}
