import { openStates } from '../../../contract/cases.ts';
import type { CaseFilter } from '../../../contract/inbox.ts';

type Asked = Pick<CaseFilter, 'view' | 'deadline'> & {
  open?: boolean | undefined;
  state?: readonly string[] | undefined;
};

const isOpen = (state: string) => (openStates as readonly string[]).includes(state);

/** Whether a filter lists only open cases, only ended ones, or (undefined) both. */
export function openAsked({ view, deadline, state, open }: Asked): boolean | undefined {
  return view === 'handling' || deadline !== undefined || state?.every(isOpen) ? true : open;
}

const appliedBySearch = new Set(['q', 'open', 'area', 'raisedFrom', 'raisedTo']);

/** Whether a search applies all of the filter itself; else it has to find more than a page, for the rest to choose from. */
export function searchIsEnough(filter: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(filter).every(
    ([name, value]) => value === undefined || appliedBySearch.has(name) || (name === 'view' && value !== 'handling'),
  );
}
