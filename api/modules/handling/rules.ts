import type { CaseLevel, CaseMetric } from '../../../contract/cases.ts';

const hourMs = 3_600_000;

/** Whether the handler answered within the hours that the class of the case gives. */
export function isAnsweredInTime(assignedAt: string, signedAt: Date, answerHours: number): boolean {
  return signedAt.getTime() - Date.parse(assignedAt) <= answerHours * hourMs;
}

/** Given on to another body, a case keeps the time it has left; time that is over begins anew. */
export function keepsDeadline(assignedAt: string | null, dueAt: string | null, now: Date): boolean {
  return assignedAt !== null && dueAt !== null && Date.parse(dueAt) > now.getTime();
}

export function mayReopenStill(closedAt: string | null, now: Date, hours: number): boolean {
  return closedAt === null || now.getTime() - Date.parse(closedAt) <= hours * hourMs;
}

/** 很满意 满意 基本满意 count as satisfied (DOMAIN §3.4). */
export function isSatisfied(satisfaction: number): boolean {
  return satisfaction >= 3;
}

/** What the closing of a case counts: that it was closed, and at whose desk it stood. */
export function closingMetrics(level: CaseLevel): CaseMetric[] {
  return ['case_closed', `case_closed_${level}`];
}

/** What a confirmation counts: one call-back, and what the raiser said in it. */
export function confirmationMetrics(solved: boolean, satisfaction: number | undefined, level: CaseLevel): CaseMetric[] {
  const metrics: CaseMetric[] = ['case_confirmed'];
  if (solved) metrics.push('case_solved', ...closingMetrics(level));
  if (satisfaction !== undefined) metrics.push('case_rated');
  if (satisfaction !== undefined && isSatisfied(satisfaction)) metrics.push('case_satisfied');
  return metrics;
}

/** What an answer to the raiser counts: only the first one does. */
export function answerMetrics({ answered }: { answered: boolean }): CaseMetric[] {
  return answered ? [] : ['case_answered'];
}
