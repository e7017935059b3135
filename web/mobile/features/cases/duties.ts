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

const before = (a: CaseSummary, b: CaseSummary): number =>
  Number(b.danger) - Number(a.danger) || Number(b.state === 'assigned') - Number(a.state === 'assigned');

/** What is mine to do, in groups by due time; inside a group danger comes first, then what must be signed for. Empty groups are left out. */
export function groupDuties(cases: readonly CaseSummary[], now: Date): { group: DutyGroup; cases: CaseSummary[] }[] {
  const urgentFirst = [...cases].sort(before);
  return dutyGroups
    .map((group) => ({ group, cases: urgentFirst.filter((one) => dutyGroup(one, now) === group) }))
    .filter((part) => part.cases.length > 0);
}
