import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Organizations } from '../../../contract/organizations.ts';
import { openTestStreet, type TestStreet } from '../../../tools/test-street.ts';

let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(() => street.close());

const onDuty = async (area: string) =>
  (await street.as('wu').get<Organizations>(`/organizations?area=${area}`)).body.organizations.map(({ name }) => name);

it('shows residents and handlers no list of bodies', async () => {
  for (const person of ['chen', 'zhou'] as const) {
    expect((await street.as(person).get('/organizations')).code).toBe('request.forbidden');
  }
});

it('names the bodies on duty, those nearest to the place first, none of another street', async () => {
  const near = await onDuty(street.area('wenti.1.unit.1'));
  expect(near.slice(0, 2).sort()).toEqual(['安居物业', '文体社区居委会'].sort());
  expect(near.slice(2)).toEqual(['街道办事处']);
  expect(await onDuty(street.area('street'))).toEqual(['街道办事处']);
  expect(await onDuty(street.other.areas.get('wenti.1') ?? '')).toEqual([]);
  const everything = (await street.as('wu').get<Organizations>('/organizations')).body.organizations;
  expect(everything).toHaveLength(5);
});

it('names who works there now, and nobody who was suspended', async () => {
  const staffOf = async (name: string) => {
    const { body } = await street.as('wu').get<Organizations>('/organizations');
    return body.organizations.find((one) => one.name === name)?.staff.map((person) => person.name);
  };
  expect(await staffOf('安居物业')).toEqual(['周师傅']);
  await street.as('zheng').post(`/accounts/${street.account('zhou')}/suspension`);
  expect(await staffOf('安居物业')).toEqual([]);
});
