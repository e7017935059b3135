import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../problem.ts';

/** A refusal is an answer: it is not asked again. Anything else is, twice. */
const retry = (failures: number, error: Error) =>
  !(error instanceof ProblemError && error.status < 500) && failures < 2;

export const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry, staleTime: 15_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
