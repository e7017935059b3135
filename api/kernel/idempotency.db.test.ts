import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../contract/cases.ts';
import { type CasePlacer, openCasePlacer } from '../../tools/test-cases.ts';
import { openTestStreet, type TestStreet, testPassword } from '../../tools/test-street.ts';
import { forgetOldKeys } from './idempotency.ts';

let street: TestStreet;
let cases: CasePlacer;
beforeAll(async () => {
  street = await openTestStreet();
  cases = await openCasePlacer(street);
});
afterAll(async () => {
  await cases.close();
  await street.close();
});

const raise = (key: string, body = '楼道灯坏了') =>
  street.as('chen').post<Case>('/cases', { body }, { 'idempotency-key': key });

describe('an idempotency key', () => {
  it('gives the same answer again, and does nothing again', async () => {
    const key = uuidv7();
    const [first, second] = [await raise(key), await raise(key)];
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.etag).toBe(first.headers.etag);
    const [row] = await cases.query('select count(*)::integer as made from case_record where id = $1', [first.body.id]);
    expect(row).toEqual({ made: 1 });
  });

  it('refuses another body, another address, and what is no key', async () => {
    const key = uuidv7();
    await raise(key);
    expect((await raise(key, '别的内容')).code).toBe('request.key_reused');
    expect((await street.as('chen').post('/notices/reading', {}, { 'idempotency-key': key })).code).toBe(
      'request.key_reused',
    );
    expect((await raise('short')).code).toBe('request.invalid');
  });

  it('is answered again where the verb would be refused by now, or would break a rule of the database', async () => {
    const id = await cases.place({ raiser: 'chen', area: 'wenti.1', state: 'submitted' });
    const accept = () =>
      street.as('wu').post<Case>(`/cases/${id}/acceptance`, {}, { 'idempotency-key': `accept-${id}` });
    const [first, second] = [await accept(), await accept()];
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
    const keep = (key: string) =>
      street.as('wu').post('/case-filters', { name: '常用', filter: {} }, { 'idempotency-key': key });
    const kept = [await keep('filter-1'), await keep('filter-1')];
    expect(kept.map(({ status }) => status)).toEqual([201, 201]);
    expect(kept[1]?.body).toEqual(kept[0]?.body);
  });

  it('is each person’s own', async () => {
    const key = uuidv7();
    const [chen, wang] = [
      await raise(key),
      await street.as('wang').post<Case>('/cases', { body: '楼道灯坏了' }, { 'idempotency-key': key }),
    ];
    expect(wang.status).toBe(201);
    expect(wang.body.id).not.toBe(chen.body.id);
  });

  it('is not kept for what was refused: the next try runs', async () => {
    const key = uuidv7();
    const id = await cases.place({ raiser: 'chen', area: 'wenti.1', state: 'accepted' });
    const accept = () => street.as('wu').post(`/cases/${id}/acceptance`, {}, { 'idempotency-key': key });
    expect((await accept()).code).toBe('cases.illegal_move');
    await cases.query(`update case_record set state = 'submitted' where id = $1`, [id]);
    expect((await accept()).status).toBe(201);
  });

  it('has one effect for 60 requests sent two to five times at once (R13, short)', async () => {
    const wanted = Array.from({ length: 60 }, (_, turn) => ({
      key: uuidv7(),
      body: `第${turn}件`,
      times: 2 + (turn % 4),
    }));
    const sendAtOnce = ({ key, body, times }: (typeof wanted)[number]) =>
      Promise.all(Array.from({ length: times }, () => raise(key, body)));
    const answers: Awaited<ReturnType<typeof raise>>[][] = [];
    for (let from = 0; from < wanted.length; from += 3) {
      answers.push(...(await Promise.all(wanted.slice(from, from + 3).map(sendAtOnce))));
    }
    for (const tries of answers) {
      expect(tries.every(({ status, code }) => status === 201 || code === 'request.key_in_flight')).toBe(true);
      expect(new Set(tries.filter(({ status }) => status === 201).map(({ body }) => body.id)).size).toBe(1);
    }
    const [made] = await cases.query(`select count(*)::integer as made from case_record where body like '第%件'`);
    expect(made).toEqual({ made: 60 });
  });

  it('keeps answers sealed and bodies only as a keyed hash', async () => {
    const opened = await cases.place({ raiser: 'chen', area: 'wenti.1', state: 'submitted' });
    const disclose = () =>
      street
        .as('wu')
        .post(`/cases/${opened}/phone-disclosures`, { reason: '约时间' }, { 'idempotency-key': 'disclose-once' });
    expect((await disclose()).body).toEqual({ phone: '13800000001' });
    expect((await disclose()).body).toEqual({ phone: '13800000001' });
    const [times] = await cases.query(`select count(*)::integer as times from event where subject_id = $1`, [opened]);
    expect(times).toEqual({ times: 1 });
    const kept = await cases.query('select * from idempotency_key');
    expect(kept.map((row) => Object.values(row).map(String).join(' ')).join('\n')).not.toMatch(/13800000001|楼道灯/);
    await street
      .as('chen')
      .post(
        '/me/password-changes',
        { current: testPassword, next: 'tongxin-2028' },
        { 'idempotency-key': 'password-once' },
      );
    const [hash] = await cases.query(`select request_hash from idempotency_key where key = 'password-once'`);
    const plain = createHash('sha256').update(
      `POST /api/v1/me/password-changes\n${JSON.stringify({ current: testPassword, next: 'tongxin-2028' })}`,
    );
    expect(Buffer.from(hash?.request_hash as Buffer).equals(plain.digest())).toBe(false);
  });

  it('is forgotten after a day', async () => {
    const key = uuidv7();
    await raise(key);
    const count = async () => (await cases.query('select 1 from idempotency_key where key = $1', [key])).length;
    await street.inside((tx) => forgetOldKeys(tx, new Date(street.clock.now().getTime() - 60_000)));
    expect(await count()).toBe(1);
    await street.inside((tx) => forgetOldKeys(tx, new Date(street.clock.now().getTime() + 60_000)));
    expect(await count()).toBe(0);
  });
});
