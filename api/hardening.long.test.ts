import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Case, CaseState, CaseVerb } from '../contract/cases.ts';
import { fuzz } from '../tools/fuzz-run.ts';
import { stateFollowing } from '../tools/random-life.ts';
import { liveAtRandom } from '../tools/random-life-run.ts';
import { openCasePlacer } from '../tools/test-cases.ts';
import { openTestStreet, type Person, type TestStreet } from '../tools/test-street.ts';
import { verifyEvents } from './kernel/audit.ts';
import { isLegal, stateAfter } from './modules/cases/rules.ts';

let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet({ POOL_SIZE: '2' });
});
afterAll(() => street.close());

const seed = Date.now() % 2 ** 31;

it('answers 100,000 made-up requests as documented (S5)', async () => {
  const { statuses, faults } = await fuzz(street, 100_000, seed);
  process.stdout.write(`fuzz with seed ${seed}: ${JSON.stringify(statuses)}\n`);
  expect(faults.slice(0, 10)).toEqual([]);
});

it('has one effect for 1,000 requests sent two to five times at once (R13)', async () => {
  const placer = await openCasePlacer(street);
  const mark = uuidv7();
  const raise = (key: string, turn: number) =>
    street.as('chen').post<Case>('/cases', { body: `${mark} 第${turn}件` }, { 'idempotency-key': key });
  for (let from = 0; from < 1_000; from += 2) {
    await Promise.all(
      [from, from + 1].map(async (turn) => {
        const key = uuidv7();
        const tries = await Promise.all(Array.from({ length: 2 + (turn % 4) }, () => raise(key, turn)));
        const made = tries.filter(({ status }) => status === 201);
        expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
        expect(tries.filter(({ status, code }) => status !== 201 && code !== 'request.key_in_flight')).toEqual([]);
      }),
    );
  }
  const [made] = await placer.query(`select count(*)::integer as made from case_record where body like $1`, [
    `${mark}%`,
  ]);
  expect(made).toEqual({ made: 1_000 });
  await placer.close();
});

it('lets one of 200 parallel edits of each of 20 versions through (R14)', async () => {
  const placer = await openCasePlacer(street);
  const id = await placer.place({ raiser: 'chen', area: 'wenti.1', state: 'submitted' });
  await placer.close();
  for (let version = 1; version <= 20; version++) {
    const edits = Array.from({ length: 200 }, (_, n) =>
      street.as('wu').patch(`/cases/${id}`, { title: `第${version}版之${n}` }, { 'if-match': `"${version}"` }),
    );
    const statuses = (await Promise.all(edits)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, ...Array.from({ length: 199 }, () => 412)]);
  }
});

it('leads 20,000 random commands over HTTP to no state that the record does not lead to (R15)', async () => {
  const { answers, faults } = await liveAtRandom(street, 20_000, seed);
  process.stdout.write(`random life with seed ${seed}: ${JSON.stringify(answers)}\n`);
  expect(faults).toEqual([]);
  expect((await street.inside(verifyEvents)).broken).toEqual([]);
});

it('agrees on 1,000,000 random commands with the moves written down a second time (R15)', () => {
  const verbs: readonly CaseVerb[] = ['accept', 'refuse', 'assign', 'sign', 'note', 'resolve', 'confirm', 'reopen'];
  let state: CaseState = 'submitted';
  let made = 0;
  for (let turn = 0; turn < 1_000_000; turn++) {
    const verb = verbs[Math.floor(Math.random() * verbs.length)] as CaseVerb;
    const solved = Math.random() < 0.5;
    const expected = stateFollowing(state, verb, solved);
    if (isLegal(verb, state) !== (expected !== undefined)) throw new Error(`${verb} in ${state}`);
    if (expected === undefined) continue;
    if (stateAfter(verb, state, solved) !== expected)
      throw new Error(`${verb} in ${state} leads to ${stateAfter(verb, state, solved)}`);
    state = expected;
    made += 1;
  }
  expect(made).toBeGreaterThan(100_000);
});

it('shows each of two streets its own only, in 10,000 requests over two connections (S2)', async () => {
  const own: Person[] = ['wu', 'xu', 'chen'];
  const strange: Person[] = ['hu', 'gao', 'qian'];
  let leaks = 0;
  const ask = async (person: Person, turn: number) => {
    const answer = await street.as(person).get(['/me', '/cases?limit=20', '/areas', '/notices'][turn % 4] ?? '/me');
    const foreign = strange.includes(person) ? street.own.tenantId : street.other.tenantId;
    const name = strange.includes(person) ? '同心街道' : '和平街道';
    if (answer.status !== 200 || answer.text.includes(foreign) || answer.text.includes(name)) leaks += 1;
  };
  for (let turn = 0; turn < 10_000; turn += 12) {
    await Promise.all(
      Array.from({ length: 12 }, (_, more) => ask([...own, ...strange][more % 6] as Person, turn + more)),
    );
  }
  expect(leaks).toBe(0);
});
