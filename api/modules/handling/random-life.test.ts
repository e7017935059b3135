import { afterAll, beforeAll, expect, it } from 'vitest';
import { liveAtRandom } from '../../../tools/random-life-run.ts';
import { openTestStreet, type TestStreet } from '../../../tools/test-street.ts';
import { verifyEvents } from '../../kernel/audit.ts';

let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(() => street.close());

it('leads 3,000 random commands to no state that its record does not lead to (R15, short)', async () => {
  const { answers, faults } = await liveAtRandom(street, 3_000, 20261121);
  expect(faults).toEqual([]);
  expect(answers['201']).toBeGreaterThan(200);
  expect(answers['cases.illegal_move']).toBeGreaterThan(100);
  expect(answers['joint.parts_open']).toBeGreaterThan(0);
  const { broken, checked } = await street.inside(verifyEvents);
  expect(broken).toEqual([]);
  expect(checked).toBeGreaterThan(240);
}, 120_000);
