import type { Rung } from '../../../contract/escalation.ts';

const hourMs = 3_600_000;

/** One thing that happens to a deadline when nobody acts. */
export interface Step {
  /** What the mark is kept under. */
  name: string;
  kind: 'near' | 'overdue' | 'rung';
  at: Date;
  rung?: Rung;
}

const rungName = ({ afterHours, roleSet, level }: Rung) => `rung ${afterHours} ${roleSet} ${level}`;

/** The clock of one deadline. */
export interface Watched {
  nearAt: Date;
  dueAt: Date;
  /** Milliseconds the case stood still after its deadline had passed, which no longer moved then: the rungs move instead. */
  stoodMs: number;
}

/** The steps of a deadline in the order they come. */
export function stepsOf({ nearAt, dueAt, stoodMs }: Watched, rungs: readonly Rung[]): Step[] {
  const climbed = rungs.map((rung): Step => {
    const at = new Date(dueAt.getTime() + stoodMs + rung.afterHours * hourMs);
    return { name: rungName(rung), kind: 'rung', at, rung };
  });
  return [
    { name: 'near', kind: 'near', at: nearAt },
    { name: 'overdue', kind: 'overdue', at: dueAt },
    ...climbed.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  ];
}

/** Which of them are due now and were not told, and when the next one comes; null when none does. */
export function stepsNow(
  steps: readonly Step[],
  told: ReadonlySet<string>,
  now: Date,
): { due: Step[]; next: Date | null } {
  const open = steps.filter(({ name }) => !told.has(name));
  const coming = open.filter(({ at }) => at > now).map(({ at }) => at.getTime());
  return {
    due: open.filter(({ at }) => at <= now),
    next: coming.length === 0 ? null : new Date(Math.min(...coming)),
  };
}

/** A raiser urges once a day; staff whenever they must. */
export function mayUrge(lastAt: string | null, now: Date): boolean {
  return lastAt === null || now.getTime() - Date.parse(lastAt) >= 24 * hourMs;
}
