import { useInfiniteQuery } from '@tanstack/react-query';
import type { CaseState, CaseSummary } from '../../../../contract/cases.ts';
import type { CaseFilter } from '../../../../contract/inbox.ts';
import { casesQuery } from '../../../client/queries/cases.ts';

/** One's own requests by what is asked of oneself: under way, waiting for me, finished. */
export const mineTabs = ['open', 'waiting', 'done'] as const;
export type MineTab = (typeof mineTabs)[number];

const statesOf: Readonly<Record<MineTab, CaseState[]>> = {
  open: ['submitted', 'accepted', 'assigned', 'in_progress', 'reopened'],
  waiting: ['resolved'],
  done: ['closed', 'refused'],
};

export const mineFilter = (tab: MineTab) => ({ view: 'mine', state: statesOf[tab] }) satisfies Partial<CaseFilter>;

export function useCases(filter: Partial<CaseFilter>, sort: 'newest' | 'due' = 'newest', limit = 20) {
  return useInfiniteQuery(casesQuery({ ...filter, sort, limit }));
}

/** First what waits for me, then the rest as it came (newest first). */
export const waitingFirst = (cases: readonly CaseSummary[]): CaseSummary[] => [
  ...cases.filter((one) => one.state === 'resolved'),
  ...cases.filter((one) => one.state !== 'resolved'),
];
