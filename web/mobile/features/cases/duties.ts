import type { CaseSummary } from '../../../../contract/cases.ts';
import { dayOf } from '../../../client/dates.ts';

/** 今天: groups by when a duty is due. */
export const dutyGroups = ['overdue', 'today', 'later', 'open'] as const;
export type DutyGroup = (typeof dutyGroups)[number];

export function dutyGroup(one: Pick<CaseSummary, 'dueAt'>, now: Date): DutyGroup {
  if (!one.dueAt) return 'open';
  if (new Date(one.dueAt) < now) return 'overdue';
  return dayOf(one.dueAt) === dayOf(now) ? 'today' : 'later';
}

/** What is mine to do, in groups by due time; inside a group what must be signed for comes first. Empty groups are left out. */
export function groupDuties(cases: readonly CaseSummary[], now: Date): { group: DutyGroup; cases: CaseSummary[] }[] {
  const toSignFirst = [...cases].sort((a, b) => Number(b.state === 'assigned') - Number(a.state === 'assigned'));
  return dutyGroups
    .map((group) => ({ group, cases: toSignFirst.filter((one) => dutyGroup(one, now) === group) }))
    .filter((part) => part.cases.length > 0);
}
