import type { CaseLevel, CaseMetric } from '../../../contract/cases.ts';

const hourMs = 3_600_000;

/** Hours after assignment within which the handler has to answer: 2 where there is danger, else 24 (DOMAIN §0.5). */
export function answerHours(danger: boolean): number {
  return danger ? 2 : 24;
}

export function isAnsweredInTime(assignedAt: string, signedAt: Date, danger: boolean): boolean {
  return signedAt.getTime() - Date.parse(assignedAt) <= answerHours(danger) * hourMs;
}

export function dueAfter(from: Date, hours: number): Date {
  return new Date(from.getTime() + hours * hourMs);
}

/** 72 hours unless the street says otherwise. */
export const usualReopenHours = 72;

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
