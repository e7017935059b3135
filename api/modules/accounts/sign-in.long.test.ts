import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStreet, type TestStreet, testPassword } from '../../../tools/test-street.ts';
import { hashPassword } from './index.ts';

const code = '350702001000';
let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(() => street.close());

const sorted = (times: readonly number[]) => times.toSorted((a, b) => a - b);
const at = (times: readonly number[], share: number) => sorted(times)[Math.floor(times.length * share)] ?? Number.NaN;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const signIn = (login: string, password: string, from: string) =>
  street.app.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    remoteAddress: from,
    payload: { street: code, login, password, client: 'program' },
  });

describe('signing in, measured', () => {
  it('takes as long for who is unknown as for who is known: medians of 500 within 10 ms (S6)', async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    await signIn('warm-up', 'wrong-word-1', '10.9.9.9');
    for (let i = 0; i < 500; i++) {
      const from = `10.${i % 200}.${Math.floor(i / 200)}.1`;
      times.known.push(await timed(() => signIn('chen', 'wrong-word-1', from)));
      times.unknown.push(await timed(() => signIn(`nobody-${i}`, 'wrong-word-1', from)));
    }
    const [known, unknown] = [at(times.known, 0.5), at(times.unknown, 0.5)];
    process.stdout.write(`sign-in, n = 500: known ${known.toFixed(1)} ms, unknown ${unknown.toFixed(1)} ms\n`);
    expect(Math.abs(known - unknown)).toBeLessThanOrEqual(10);
  });

  it('costs 100 ms a password, and fifty at once keep other requests within 500 ms (S7)', async () => {
    const costs: number[] = [];
    for (let i = 0; i < 20; i++) costs.push(await timed(() => hashPassword('tongxin-2026')));
    await street.as('wu').get('/cases');
    let crowd = true;
    const many = Promise.all(
      Array.from({ length: 50 }, (_, i) => signIn('sun', testPassword, `10.250.${i}.1`)),
    ).finally(() => {
      crowd = false;
    });
    const others: number[] = [];
    while (crowd) others.push(await timed(() => street.as('wu').get('/cases')));
    const answers = await many;
    process.stdout.write(
      `argon2id: median ${at(costs, 0.5).toFixed(0)} ms a hash; beside 50 sign-ins ${others.length} requests, p95 ${at(others, 0.95).toFixed(0)} ms\n`,
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 201));
    expect(at(costs, 0.5)).toBeGreaterThanOrEqual(100);
    expect(at(others, 0.95)).toBeLessThanOrEqual(500);
  });
});
