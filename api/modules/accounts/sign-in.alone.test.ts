import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestStreet, type TestStreet } from '../../../tools/test-street.ts';

/** What argon2 is asked to do, counted instead of done, so that no clock decides: the cost written into each hash it is to verify. */
const work = vi.hoisted(() => ({ verified: [] as string[], running: 0, most: 0 }));
vi.mock('@node-rs/argon2', async (original) => ({
  ...(await original<typeof import('@node-rs/argon2')>()),
  async verify(hash: string) {
    work.verified.push(hash.split('$').slice(0, 4).join('$'));
    work.running += 1;
    work.most = Math.max(work.most, work.running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    work.running -= 1;
    return false;
  },
}));

const code = '350702001000';
let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet({ TRUST_PROXY: '10.1.0.0/16' });
});
afterAll(() => street.close());

const signIn = (login: string, remoteAddress: string, headers: Record<string, string> = {}) =>
  street.app.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    remoteAddress,
    headers,
    payload: { street: code, login, password: 'wrong-word-1', client: 'program' },
  });

describe('known and unknown (S6)', () => {
  it('get the same body and status after the same work, fifty times each', async () => {
    const answers = new Set<string>();
    const costs = { known: [] as string[], unknown: [] as string[] };
    for (let i = 0; i < 50; i++) {
      for (const kind of ['known', 'unknown'] as const) {
        work.verified = [];
        const answer = await signIn(kind === 'known' ? 'chen' : `nobody-${i}`, `10.0.${i}.1`);
        const { requestId: _, ...body } = answer.json();
        answers.add(JSON.stringify([answer.statusCode, body, Object.keys(answer.headers).sort()]));
        costs[kind].push(...work.verified);
      }
    }
    expect([...answers]).toHaveLength(1);
    expect(costs.unknown).toEqual(costs.known);
    expect(new Set(costs.known)).toEqual(new Set(['$argon2id$v=19$m=19456,t=12,p=1']));
    expect(costs.known).toHaveLength(50);
  }, 120_000);

  it('work on fewer passwords at a time than there are cores, however many come', async () => {
    work.most = 0;
    await Promise.all(Array.from({ length: 12 }, (_, i) => signIn(`crowd-${i}`, '10.0.200.1')));
    expect(work.most).toBeLessThanOrEqual(Math.max(1, availableParallelism() - 1));
  }, 60_000);
});

describe('the address that counts', () => {
  it('is what a trusted proxy says, and what anybody else says changes nothing', async () => {
    const from = (behind: string, peer: string) => signIn('li', peer, { 'x-forwarded-for': behind });
    for (let i = 0; i < 10; i++) expect((await from('203.0.113.7', '10.1.0.1')).statusCode).toBe(401);
    expect((await from('203.0.113.7', '10.1.0.1')).statusCode).toBe(429);
    expect((await from('203.0.113.8', '10.1.0.1')).statusCode).toBe(401);
    for (let i = 0; i < 10; i++) expect((await from(`198.51.100.${i}`, '192.0.2.1')).statusCode).toBe(401);
    expect((await from('198.51.100.99', '192.0.2.1')).statusCode).toBe(429);
  }, 60_000);
});
