import type { CaseLevel, CaseMetric } from '../../../contract/cases.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Days before the end at which the raiser is reminded. */
const noticeDays = 2;

/** What was resolved before this instant and not confirmed is closed without a word. */
export function closesBefore(now: Date, confirmDays: number): Date {
  return new Date(now.getTime() - confirmDays * dayMs);
}

/** What was resolved before this instant has its raiser reminded: two days ahead, with short windows at half time. */
export function remindsBefore(now: Date, confirmDays: number): Date {
  return new Date(now.getTime() - Math.max(confirmDays - noticeDays, confirmDays / 2) * dayMs);
}

/** What was closed before this instant goes to the archive. */
export function archivesBefore(now: Date, reopenHours: number, archiveDays: number): Date {
  return new Date(now.getTime() - reopenHours * hourMs - archiveDays * dayMs);
}

/** Closed, at the level it stood, by nobody's word: in no rate of those who were asked. */
export function metricsOf(level: CaseLevel): CaseMetric[] {
  return ['case_closed', `case_closed_${level}`, 'case_closed_unconfirmed'];
}
