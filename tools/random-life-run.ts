import fc from 'fast-check';
import type { Case, CaseState } from '../contract/cases.ts';
import type { CaseParts } from '../contract/joint.ts';
import { type Attempt, attempts, besideTheCase, type RecordedEvent, replay } from './random-life.ts';
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
    const moves = recorded.filter(({ verb }) => !besideTheCase.includes(verb)).length;
    const expected = { state: replay(recorded), version: moves };
    if (row?.state !== expected.state || row.version !== expected.version) {
      result.faults.push(`${id}: ${JSON.stringify(row)} but its record says ${JSON.stringify(expected)}`);
    }
    const closed: CaseState[] = ['closed', 'refused'];
    if (row?.open === closed.includes(expected.state))
      result.faults.push(`${id}: open is ${row.open} in ${expected.state}`);
  }
  for (const {
    id,
    state,
  } of await placer.query(`select c.id, c.state from case_record c join case_part p on p.case_id = c.id
    where c.state in ('resolved', 'closed', 'refused') and p.finished_at is null and p.withdrawn_at is null`))
    result.faults.push(`${id}: a part is open while the case is ${state}`);
  await placer.close();
  return result;
}

function wordsFor(street: TestStreet, { noun, solved }: Attempt): object {
  if (noun === 'refusal') return { reason: '不属于' };
  if (noun === 'assignments') return { organizationId: street.body('property') };
  if (noun === 'notes') return { audience: 'raiser', words: '在路上' };
  if (noun === 'involvements') return { parts: [{ organizationId: street.body('otherProperty'), task: '配合停水' }] };
  if (noun === 'whistles') {
    const meetAt = new Date(street.clock.now().getTime() + 3_600_000).toISOString();
    return { organizationIds: [street.body('office')], meetAt, place: '楼前', words: '一起看看' };
  }
  if (noun === 'parts/:partId/withdrawal') return { reason: '不用了' };
  if (noun === 'resolution') return { words: '说明', ...(solved ? { withoutParts: '等不及了' } : {}) };
  if (noun === 'reopening' || noun === 'parts/:partId/completion') return { words: '说明' };
  return noun === 'confirmation' ? { solved } : {};
}

const ofParts = ['joint.not_found', 'joint.moved_on', 'joint.helps_already', 'joint.parts_open'];

/** Of the parts of a case the one asked for last; an id of nothing where there is none. */
async function newestPart(street: TestStreet, id: string): Promise<string> {
  const { parts } = (await street.as('xu').get<CaseParts>(`/cases/${id}/parts`)).body;
  return parts.at(-1)?.id ?? id;
}

async function work(
  street: TestStreet,
  ids: readonly string[],
  next: Iterator<Attempt>,
  result: LifeResult,
): Promise<void> {
  for (let step = next.next(); !step.done; step = next.next()) {
    const attempt = step.value;
    const id = ids[attempt.case] ?? '';
    const noun = attempt.noun.replace(':partId', await newestPart(street, id));
    const answer = await street.as(attempt.by).post(`/cases/${id}/${noun}`, wordsFor(street, attempt));
    const said = answer.code ?? String(answer.status);
    result.answers[said] = (result.answers[said] ?? 0) + 1;
    const expected = [
      '201',
      ...ofParts,
      'cases.illegal_move',
      'cases.not_found',
      'cases.not_yours_to_move',
      'request.forbidden',
    ];
    if (!expected.includes(said)) result.faults.push(`${attempt.noun} by ${attempt.by}: ${answer.text.slice(0, 200)}`);
  }
}
