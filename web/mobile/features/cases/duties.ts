import type { CaseSummary } from '../../../../contract/cases.ts';
import { dayOf } from '../../../client/dates.ts';

/** 今天: groups by when a duty is due. */
export const dutyGroups = ['overdue', 'today', 'later', 'open'] as const;
export type DutyGroup = (typeof dutyGroups)[number];

/** Danger is for today, whatever its deadline: that may be the usual one still, where only the words told of it. */
export function dutyGroup({ dueAt, danger }: Pick<CaseSummary, 'dueAt' | 'danger'>, now: Date): DutyGroup {
  if (dueAt && new Date(dueAt) < now) return 'overdue';
  if (danger) return 'today';
  if (!dueAt) return 'open';
  return dayOf(dueAt) === dayOf(now) ? 'today' : 'later';
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
