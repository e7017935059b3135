import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isHeldBack, ProblemError } from '../problem.ts';

/** A refusal is an answer: it is not asked again. Anything else is, twice. */
const retry = (failures: number, error: Error) =>
  !(error instanceof ProblemError && error.status < 500) && failures < 2;

/**
 * `onSignedOut` is called when the server no longer knows the session, `onHeldBack` when it has something to do first, such as a second step
 * because of a role given just now; being asked who one is does not count.
 */
export function newQueryClient(onHeldBack: () => void, onSignedOut: () => void = () => undefined): QueryClient {
  const lost = (error: Error) => error instanceof ProblemError && error.status === 401;
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[0] === 'me') return;
        if (isHeldBack(error)) onHeldBack();
        if (lost(error)) onSignedOut();
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _body, _context, mutation) =>
        lost(error) && mutation.options.mutationKey?.[0] !== 'sign-in' && onSignedOut(),
    }),
    defaultOptions: {
      queries: { retry, staleTime: 15_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}
