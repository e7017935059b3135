import type { CaseKind, CaseSource, CaseState } from '../../../../contract/cases.ts';
import type { CaseCounts, CaseFilter } from '../../../../contract/inbox.ts';

/** What the inbox shows, as it stands in the address; a list is written with commas. */
export type InboxFilter = Partial<
  Record<
    | 'view'
    | 'state'
    | 'open'
    | 'area'
    | 'category'
    | 'kind'
    | 'source'
    | 'handler'
    | 'import'
    | 'deadline'
    | 'supervised'
    | 'raisedFrom'
    | 'raisedTo'
    | 'q',
    string
  >
>;
export type InboxSort = 'newest' | 'due';
export type InboxSearch = InboxFilter & { sort?: InboxSort; case?: string };

const names = [
  'view',
  'state',
  'open',
  'area',
  'category',
  'kind',
  'source',
  'handler',
  'import',
  'deadline',
  'supervised',
  'raisedFrom',
  'raisedTo',
  'q',
] as const satisfies (keyof InboxFilter)[];

const words = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** Keeps what the inbox knows and drops the rest of an address typed by hand. */
export function readSearch(search: Record<string, unknown>): InboxSearch {
  const read: InboxSearch = filterOf(search);
  if (search.sort === 'due' || search.sort === 'newest') read.sort = search.sort;
  if (words(search.case)) read.case = words(search.case);
  return read;
}

export function filterOf(search: Record<string, unknown>): InboxFilter {
  const filter: InboxFilter = {};
  for (const name of names) if (words(search[name])) filter[name] = words(search[name]);
  return filter;
}

export const isEmpty = (filter: InboxFilter) => names.every((name) => !filter[name]);
export const sameFilter = (a: InboxFilter, b: InboxFilter) =>
  names.every((name) => (a[name] ?? '') === (b[name] ?? ''));
export const listed = (value: string | undefined): string[] => (value ? value.split(',').filter(Boolean) : []);

/** The filter as the API takes it. */
export function queryOf({
  view,
  state,
  kind,
  source,
  open,
  deadline,
  supervised,
  ...rest
}: InboxFilter): Partial<CaseFilter> {
  return {
    ...rest,
    ...(view && view !== 'all' ? { view: view as CaseFilter['view'] } : {}),
    ...(state ? { state: listed(state) as CaseState[] } : {}),
    ...(kind ? { kind: listed(kind) as CaseKind[] } : {}),
    ...(source ? { source: listed(source) as CaseSource[] } : {}),
    ...(open ? { open: 'true' } : {}),
    ...(deadline ? { deadline: deadline as CaseFilter['deadline'] } : {}),
    ...(supervised ? { supervised: supervised === 'true' ? 'true' : 'false' } : {}),
  };
}

export type TabName = keyof CaseCounts | 'all';
export const tabFilters: Readonly<Record<Exclude<TabName, 'mine'>, InboxFilter>> = {
  toAccept: { state: 'submitted' },
  toAssign: { state: 'accepted,reopened' },
  dueToday: { deadline: 'today' },
  overdue: { deadline: 'overdue' },
  handling: { view: 'handling', open: 'true' },
  toConfirm: { state: 'resolved' },
  open: { open: 'true' },
  all: { view: 'all' },
};

/** Tabs of somebody who assigns, and of somebody who handles; the first one is where the inbox opens. */
export const tabsFor = (assigns: boolean): (keyof typeof tabFilters)[] =>
  assigns
    ? ['toAssign', 'toAccept', 'dueToday', 'overdue', 'toConfirm', 'handling', 'open', 'all']
    : ['handling', 'dueToday', 'overdue', 'toConfirm', 'open', 'all'];

/** By deadline while the list holds open cases only; those closed long ago may never have had one. */
export const usualSort = (filter: InboxFilter): InboxSort => {
  const states = listed(filter.state);
  const openOnly = states.length > 0 && !states.some((state) => state === 'closed' || state === 'refused');
  return filter.open || filter.deadline || filter.view === 'handling' || openOnly ? 'due' : 'newest';
};
