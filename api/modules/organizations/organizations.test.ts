import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Organization, Organizations } from '../../../contract/organizations.ts';
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
  expect(await staffOf('安居物业')).toEqual(['周师傅', '彭师傅']);
  await street.as('zheng').post(`/accounts/${street.account('zhou')}/suspension`);
  expect(await staffOf('安居物业')).toEqual(['彭师傅']);
});

const etag = (version: number) => ({ 'if-match': `"${version}"` });
const water = () => ({ kind: 'department', name: '供水所', phone: '0599-777', dutyIds: [street.area('street')] });

it('lets only the street keep the list', async () => {
  for (const person of ['chen', 'qin', 'wu'] as const)
    expect((await street.as(person).post('/organizations', water())).code).toBe('request.forbidden');
  const desk = street.body('wentiDesk');
  expect((await street.as('gao').get(`/organizations/${desk}`)).code).toBe('organizations.not_found');
});

it('adds a body once by its name, on duty for areas that are there', async () => {
  const foreign = street.other.areas.get('wenti');
  const nowhere = await street.as('xu').post('/organizations', { ...water(), dutyIds: [foreign] });
  expect(nowhere.code).toBe('organizations.unknown_area');
  const added = await street.as('xu').post<Organization>('/organizations', water());
  expect(added.body).toMatchObject({ version: 1, duties: [{ tier: 'street' }], staff: [] });
  expect((await street.as('xu').post('/organizations', water())).code).toBe('organizations.name_taken');
  expect(await onDuty(street.area('wenti.1'))).toContain('供水所');
  const asked = async (query: string) =>
    (await street.as('wu').get<Organizations>(`/organizations?${query}`)).body.organizations.map(({ name }) => name);
  expect(await asked('kind=department')).toEqual(['供水所']);
  expect(await asked(`q=${encodeURIComponent('安居')}`)).toEqual(['安居物业']);
});

it('changes phones and duties with the version that was read', async () => {
  const id = street.body('otherProperty');
  const { body } = await street.as('xu').get<Organization>(`/organizations/${id}`);
  const edit = { phones: [{ words: '夜间值班', number: '0599-9' }], dutyIds: [street.area('pinghu.1')] };
  expect((await street.as('xu').patch(`/organizations/${id}`, edit)).code).toBe('request.precondition_required');
  expect((await street.as('xu').patch(`/organizations/${id}`, edit, etag(9))).code).toBe('request.precondition_failed');
  const taken = await street.as('xu').patch(`/organizations/${id}`, { name: '安居物业' }, etag(body.version));
  expect(taken.code).toBe('organizations.name_taken');
  const done = await street.as('xu').patch<Organization>(`/organizations/${id}`, edit, etag(body.version));
  expect(done.body).toMatchObject({ version: body.version + 1, phones: edit.phones, duties: [{ tier: 'grid' }] });
  expect(await onDuty(street.area('pinghu.2'))).not.toContain('平湖物业');
});

it('closes a body only when nobody and nothing is with it any more', async () => {
  const close = (id: string, version: number) =>
    street.as('xu').post<Organization>(`/organizations/${id}/closure`, { reason: '合同到期' }, etag(version));
  const desk = street.body('pinghuDesk');
  expect((await close(desk, 1)).code).toBe('organizations.people_there');
  const body = { kind: 'partner', name: '旧共建单位' };
  const { id } = (await street.as('xu').post<Organization>('/organizations', body)).body;
  const raised = await street.as('chen').post<{ id: string }>('/cases', { body: '水管漏水' });
  await street.as('wu').post(`/cases/${raised.body.id}/acceptance`);
  await street.as('wu').post(`/cases/${raised.body.id}/assignments`, { organizationId: id });
  expect((await close(id, 1)).code).toBe('organizations.open_cases');
  await street.as('wu').post(`/cases/${raised.body.id}/assignments`, { organizationId: street.body('property') });
  expect((await close(id, 1)).body.until).not.toBeNull();
  expect((await close(id, 2)).code).toBe('organizations.closed');
  const listed = (await street.as('wu').get<Organizations>('/organizations')).body.organizations;
  expect(listed.map(({ name }) => name)).not.toContain('旧共建单位');
});
