import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { Duration, FigureRecords, Overview } from '../../../contract/figures.ts';
import type { Cases } from '../../../contract/inbox.ts';
import { openChance } from '../../../db/demo/chance.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';
import { sql } from '../../kernel/db.ts';
import { appendFacts, rollUp } from '../../kernel/facts.ts';
import { durationSteps } from './rules.ts';

let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
  await live();
}, 60_000);
afterAll(() => street.close());

/** A few weeks of cases in both communities, ended in every way. */
async function live(): Promise<void> {
  const deep = uuidv7();
  const under = street.category('safety.gas');
  await street.inside((tx) =>
    tx.run(sql`insert into case_category (tenant_id, id, parent_id, code, labels, deadline_class_id)
      select tenant_id, ${deep}, id, 'safety.gas.meter', '{"zh-Hans": "燃气表"}', deadline_class_id from case_category where id = ${under}`),
  );
  for (let turn = 0; turn < 12; turn++) {
    const person = turn % 3 === 2 ? 'wang' : 'chen';
    const desk = street.as(person === 'wang' ? 'sun' : 'wu');
    const [handler, body] = person === 'wang' ? (['qin', 'otherProperty'] as const) : (['zhou', 'property'] as const);
    const categoryId = [undefined, under, undefined, deep][turn % 4];
    const raised = await street
      .as(person)
      .post<Case>('/cases', { body: `第${turn}件事`, ...(categoryId ? { categoryId } : {}) });
    const address = `/cases/${raised.body.id}`;
    if (turn === 4) await desk.post(`${address}/refusal`, { reason: '不属于本社区' });
    if (turn > 2 && turn !== 4) {
      await desk.post(`${address}/acceptance`);
      await desk.post(`${address}/assignments`, { organizationId: street.body(body) });
      street.clock.advance(turn === 7 ? 26 * 3_600_000 : ((turn * 7) % 11) * 1_234_000);
      await street.as(handler).post(`${address}/receipt`);
    }
    if (turn === 1) await desk.post(`${address}/notes`, { words: '正在看', audience: 'raiser', photoIds: [] });
    if (turn > 5) await street.as(handler).post(`${address}/resolution`, { words: '办好了' });
    if (turn > 6) street.clock.advance(((turn * 5) % 7) * 9_876_000);
    if (turn > 6)
      await street.as(person).post(`${address}/confirmation`, { solved: turn % 4 !== 0, satisfaction: (turn % 5) + 1 });
    if (turn === 11) await street.as(person).post(`${address}/reopening`, { words: '又坏了' });
    if (turn === 6) await street.inside((tx) => rollUp(tx));
  }
}

async function overview(person: Person, area: string, query = ''): Promise<Overview> {
  const answer = await street.as(person).get<Overview>(`/case-overview?area=${street.area(area)}&${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}

/** Sum and number of the records behind a figure, page by page. */
async function opened(
  person: Person,
  metric: string,
  query: string,
): Promise<{ total: number; summed: number; took: (number | null)[] }> {
  let summed = 0;
  let total = 0;
  const took: (number | null)[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const address = `/case-figures/${metric}/records?limit=5&${query}${cursor && `&cursor=${cursor}`}`;
    const page: FigureRecords = (await street.as(person).get<FigureRecords>(address)).body;
    summed += page.items.reduce((sum, { amount }) => sum + amount, 0);
    took.push(...page.items.map(({ minutes }) => minutes));
    total = page.total;
    cursor = page.nextCursor;
  }
  return { total, summed, took };
}

/** The median counted out of the records themselves. */
async function median(took: readonly (number | null)[]): Promise<number | null> {
  const { minutes } = await street.inside((tx) =>
    tx.one<{ minutes: number | null }>(
      sql`select (app.duration_steps())[app.duration_step(percentile_disc(0.5) within group (order by one))] as minutes from unnest(${took}::integer[]) one`,
    ),
  );
  return minutes;
}

async function listed(person: Person, query: string): Promise<number> {
  return (await street.as(person).get<Cases>(`/cases?limit=100&${query}`)).body.items.length;
}

describe('every figure of the overview opens to exactly that many records (U5)', () => {
  it.each([
    ['xu', 'street'],
    ['xu', 'pinghu'],
    ['wu', 'wenti'],
    ['wu', 'wenti.1'],
    ['sun', 'pinghu'],
    ['li', 'wenti.1'],
  ] as const)(
    '%s, %s',
    async (person, area) => {
      const shown = await overview(person, area);
      const period = `from=${shown.from}&to=${shown.to}`;
      const here = `area=${street.area(area)}&${period}`;
      for (const [metric, amount] of Object.entries(shown.totals)) {
        expect({ metric, ...(await opened(person, metric, here)) }).toMatchObject({
          metric,
          total: amount,
          summed: amount,
        });
      }
      for (const rate of Object.values(shown.rates)) {
        expect((await opened(person, rate.numeratorMetric, here)).total).toBe(rate.numerator);
        expect((await opened(person, rate.denominatorMetric, here)).total).toBe(rate.denominator);
        expect(rate.numerator).toBeLessThanOrEqual(rate.denominator);
      }
      for (const part of shown.byArea) {
        expect((await opened(person, 'case_raised', `area=${part.area.id}&${period}`)).total).toBe(part.raised);
        expect(await listed(person, `area=${part.area.id}&open=true`)).toBe(part.open);
        expect(await listed(person, `area=${part.area.id}&deadline=overdue`)).toBe(part.overdue);
      }
      for (const { category, raised, open } of shown.byCategory) {
        expect((await opened(person, 'case_raised', `${here}&category=${category.id}`)).total).toBe(raised);
        expect(await listed(person, `area=${street.area(area)}&category=${category.id}&open=true`)).toBe(open);
      }
      for (const step of ['day', 'week', 'month'] as const) {
        const { course } = await overview(person, area, `step=${step}`);
        expect([course[0]?.from, course.at(-1)?.to]).toEqual([shown.from, shown.to]);
        for (const { from, to, raised, closed } of course.filter((one) => one.raised + one.closed > 0)) {
          const days = `area=${street.area(area)}&from=${from}&to=${to}`;
          expect((await opened(person, 'case_raised', days)).total).toBe(raised);
          expect((await opened(person, 'case_closed', days)).total).toBe(closed);
        }
        const sum = (key: 'raised' | 'closed') => course.reduce((total, part) => total + part[key], 0);
        expect([sum('raised'), sum('closed')]).toEqual([shown.totals.case_raised, shown.totals.case_closed]);
      }
      for (const { metric, closed } of shown.byLevel) expect((await opened(person, metric, here)).total).toBe(closed);
      expect(shown.byLevel.reduce((sum, { closed }) => sum + closed, 0)).toBe(shown.totals.case_closed);
      const { before } = shown;
      const earlier = `area=${street.area(area)}&from=${before.from}&to=${before.to}`;
      for (const [metric, amount] of Object.entries(before.totals)) {
        expect((await opened(person, metric, earlier)).total).toBe(amount);
      }
      expect(await listed(person, `area=${street.area(area)}&open=true`)).toBe(shown.open);
      expect(await listed(person, `area=${street.area(area)}&deadline=overdue`)).toBe(shown.overdue);
      for (const { durations, query } of [
        { durations: shown.durations, query: here },
        ...shown.byArea.map((part) => ({ durations: part.durations, query: `area=${part.area.id}&${period}` })),
        ...shown.byCategory.map((part) => ({
          durations: part.durations,
          query: `${here}&category=${part.category.id}`,
        })),
      ]) {
        for (const { metric, cases, minutes } of Object.values(durations)) {
          const { total, took } = await opened(person, metric, `${query}&timed=true`);
          expect({ metric, query, cases, minutes }).toEqual({
            metric,
            query,
            cases: total,
            minutes: await median(took),
          });
        }
      }
    },
    60_000,
  );

  it('adds up: the parts make the whole', async () => {
    const whole = await overview('xu', 'street');
    const sum = (key: 'raised' | 'open' | 'overdue') => whole.byArea.reduce((total, part) => total + part[key], 0);
    expect([sum('raised'), sum('open'), sum('overdue')]).toEqual([whole.totals.case_raised, whole.open, whole.overdue]);
    expect(whole.totals).toMatchObject({ case_raised: 12, case_refused: 1, case_reopened: 1 });
    expect(whole.rates.responded.numerator).toBe(whole.rates.responded.denominator - 1);
  });

  it('stays the same when the tail is rolled up', async () => {
    const before = await overview('xu', 'street');
    await street.inside((tx) => rollUp(tx));
    expect({ ...(await overview('xu', 'street')) }).toEqual(before);
  });
});

describe('medians', () => {
  const random = openChance(31).next;
  const within = (most: number) => Math.floor(random() * most);
  const dayOfYear = (number: number) => new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);

  it('count the first answer once and every closing, and have something to say', async () => {
    const { durations, byCategory } = await overview('xu', 'street');
    expect(durations.answered.cases).toBe(10);
    expect(durations.closed.minutes).toBeGreaterThan(durations.answered.minutes ?? 0);
    expect(byCategory.some((one) => (one.durations.closed.minutes ?? 0) > 0)).toBe(true);
  });

  it('are said in the round times that the sums are counted by', async () => {
    const [known] = await street.inside((tx) =>
      tx.many<{ steps: number[]; nearest: number[] }>(sql`select app.duration_steps() as steps,
        array(select app.duration_step(minutes) from unnest(app.duration_steps()) minutes) as nearest`),
    );
    expect(known).toEqual({ steps: durationSteps, nearest: durationSteps.map((_, index) => index + 1) });
  });

  it('are those of a full recount for any period, whatever part of it is summed up', async () => {
    const grids = ['wenti.1', 'wenti.2', 'pinghu.1'].map((key) => street.area(key));
    const kinds = [null, street.category('safety.gas'), street.category('facility')];
    for (let round = 0; round < 6; round++) {
      await street.inside(async (tx) =>
        appendFacts(
          tx,
          Array.from({ length: 80 }, () => {
            const grid = within(3);
            const metric = random() < 0.5 ? 'case_answered' : 'case_closed';
            const place = { communityId: street.area(grid === 2 ? 'pinghu' : 'wenti'), gridId: grids[grid] as string };
            const minutes = random() < 0.1 ? null : Math.floor(random() ** 4 * 200_000);
            const about = {
              unit: 'case',
              subjectKind: 'case',
              subjectId: uuidv7(),
              categoryId: kinds[within(3)] ?? null,
            };
            return { day: dayOfYear(within(150)), metric, amount: 1, ...about, ...place, minutes };
          }),
        ),
      );
      if (round % 2 === 0) await street.inside((tx) => rollUp(tx, 60));
      for (let turn = 0; turn < 4; turn++) {
        const from = within(130);
        const [first, last] = [dayOfYear(from), dayOfYear(from + within(100))];
        const shown = await overview('xu', turn % 2 ? 'wenti' : 'street', `from=${first}&to=${last}`);
        const area = turn % 2 ? sql`community_id = ${street.area('wenti')}` : sql`true`;
        for (const { metric, minutes, cases } of Object.values(shown.durations)) {
          const recounted = await street.inside((tx) =>
            tx.one<
              Pick<Duration, 'minutes' | 'cases'>
            >(sql`select (app.duration_steps())[app.duration_step(percentile_disc(0.5) within group (order by minutes))] as minutes, count(*) as cases
              from fact where metric = ${metric} and minutes is not null and day between ${first} and ${last} and ${area}`),
          );
          expect({ first, last, minutes, cases }).toEqual({ first, last, ...recounted });
        }
      }
    }
  }, 60_000);
});

describe('what is refused', () => {
  it('an area of others, a period that ends before it begins, a metric that is none', async () => {
    const [wu, wenti, pinghu] = [street.as('wu'), street.area('wenti'), street.area('pinghu')];
    expect((await wu.get(`/case-overview?area=${pinghu}`)).code).toBe('figures.unknown_area');
    expect((await wu.get(`/case-overview?area=${wenti}&from=2026-11-02&to=2026-11-01`)).code).toBe(
      'figures.period_reversed',
    );
    expect((await wu.get(`/case-figures/people_by_risk/records?area=${wenti}`)).code).toBe('request.invalid');
    expect((await wu.get('/case-overview?from=0000-01-01')).code).toBe('request.invalid');
  });
});
