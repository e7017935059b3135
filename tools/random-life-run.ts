import fc from 'fast-check';
import type { Case, CaseState } from '../contract/cases.ts';
import { type Attempt, attempts, type RecordedEvent, replay } from './random-life.ts';
import { openCasePlacer } from './test-cases.ts';
import type { TestStreet } from './test-street.ts';

export interface LifeResult {
  answers: Record<string, number>;
  /** What should never be: an unexpected answer, or a case whose record does not lead to its state. */
  faults: string[];
}

/** Tries random verbs as random people on a few cases and replays each case's record (BARS R15). */
export async function liveAtRandom(street: TestStreet, commands: number, seed: number): Promise<LifeResult> {
  const ids: string[] = [];
  for (let n = 0; n < 40; n++) ids.push((await street.as('chen').post<Case>('/cases', { body: `第${n}件` })).body.id);
  const result: LifeResult = { answers: {}, faults: [] };
  const next = fc.sample(attempts(ids.length), { numRuns: commands, seed }).values();
  await Promise.all(Array.from({ length: 4 }, () => work(street, ids, next, result)));
  const placer = await openCasePlacer(street);
  for (const id of ids) {
    const [row] = await placer.query('select state, open, version from case_record where id = $1', [id]);
    const events = await placer.query('select verb, data from event where subject_id = $1 order by seq', [id]);
    const recorded = events as unknown as RecordedEvent[];
    const moves = recorded.filter(({ verb }) => verb !== 'note').length;
    const expected = { state: replay(recorded), version: moves };
    if (row?.state !== expected.state || row.version !== expected.version) {
      result.faults.push(`${id}: ${JSON.stringify(row)} but its record says ${JSON.stringify(expected)}`);
    }
    const closed: CaseState[] = ['closed', 'refused'];
    if (row?.open === closed.includes(expected.state))
      result.faults.push(`${id}: open is ${row.open} in ${expected.state}`);
  }
  await placer.close();
  return result;
}

function wordsFor(street: TestStreet, { noun, solved }: Attempt): object {
  if (noun === 'refusal') return { reason: '不属于' };
  if (noun === 'assignments') return { organizationId: street.body('property') };
  if (noun === 'notes') return { audience: 'raiser', words: '在路上' };
  if (noun === 'resolution' || noun === 'reopening') return { words: '说明' };
  return noun === 'confirmation' ? { solved } : {};
}

async function work(
  street: TestStreet,
  ids: readonly string[],
  next: Iterator<Attempt>,
  result: LifeResult,
): Promise<void> {
  for (let step = next.next(); !step.done; step = next.next()) {
    const attempt = step.value;
    const answer = await street
      .as(attempt.by)
      .post(`/cases/${ids[attempt.case]}/${attempt.noun}`, wordsFor(street, attempt));
    const said = answer.code ?? String(answer.status);
    result.answers[said] = (result.answers[said] ?? 0) + 1;
    const expected = ['201', 'cases.illegal_move', 'cases.not_found', 'cases.not_yours_to_move', 'request.forbidden'];
    if (!expected.includes(said)) result.faults.push(`${attempt.noun} by ${attempt.by}: ${answer.text.slice(0, 200)}`);
  }
}
