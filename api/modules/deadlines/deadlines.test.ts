import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { DeadlineClass, DeadlineClasses, ProposedDeadline, Windows } from '../../../contract/deadlines.ts';
import { type CasePlacer, openCasePlacer } from '../../../tools/test-cases.ts';
import { openTestStreet, type TestStreet } from '../../../tools/test-street.ts';

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

const hour = 3_600_000;
const classes = async (language = 'zh-Hans') =>
  (await street.as('wu').get<DeadlineClasses>('/deadline-classes', { 'accept-language': language })).body.classes;
const named = async (name: string) => {
  const found = (await classes()).find((one) => one.name === name);
  if (!found) throw new Error(`no class ${name}`);
  return found;
};
const raise = async (category?: string) => {
  const categoryId = category ? street.category(category) : undefined;
  const place = { areaId: street.area('wenti.1.unit.1'), body: '楼道里的灯坏了' };
  return (await street.as('chen').post<Case>('/cases', { ...place, categoryId })).body;
};
const given = ({ dueAt, raisedAt }: Case) => Date.parse(dueAt ?? '') - Date.parse(raisedAt);

describe('classes', () => {
  it('are read by staff and changed by the street office only', async () => {
    const added = { name: '工作时', amount: 4, unit: 'working_hour', answerHours: 2 };
    for (const person of ['chen', 'zhou', 'li'] as const)
      expect((await street.as(person).get('/deadline-classes')).code).toBe('request.forbidden');
    for (const person of ['chen', 'zhou', 'li', 'wu'] as const)
      expect((await street.as(person).post('/deadline-classes', added)).code).toBe('request.forbidden');
  });

  it('refuse a time that is none', async () => {
    for (const wrong of [{ amount: 0 }, { amount: 1.5 }, { unit: 'week' }, { answerHours: 0 }, { name: ' ' }]) {
      const added = { name: '工作时', amount: 4, unit: 'working_hour', answerHours: 2, ...wrong };
      expect((await street.as('xu').post('/deadline-classes', added)).code).toBe('request.invalid');
    }
  });

  it('start with the ladder everybody knows, with its basis', async () => {
    expect((await classes()).map(({ name, amount, unit }) => `${name} ${amount} ${unit}`)).toEqual([
      '紧急危险 2 hour',
      '水电气暖 24 hour',
      '市容保洁 1 working_day',
      '一般事项 7 day',
      '复杂事项 15 day',
    ]);
    for (const one of await classes()) expect(one.basis).not.toBe('');
    expect((await classes('en'))[0]?.name).toBe('Danger');
  });

  it('are changed once per version, and hold for cases raised from then on', async () => {
    const before = await raise('facility.street_light');
    const general = await named('一般事项');
    const edit = (version: number) =>
      street
        .as('xu')
        .patch<DeadlineClass>(`/deadline-classes/${general.id}`, { amount: 5 }, { 'if-match': `"${version}"` });
    expect((await edit(general.version)).body).toMatchObject({ amount: 5, unit: 'day', version: general.version + 1 });
    expect((await edit(general.version)).code).toBe('request.precondition_failed');
    expect(given(await raise('facility.street_light'))).toBe(5 * 24 * hour);
    expect(given(before)).toBe(7 * 24 * hour);
  });

  it('keep the English name when the Chinese one is changed', async () => {
    const { id, version } = await named('复杂事项');
    await street.as('xu').patch(`/deadline-classes/${id}`, { name: '疑难事项' }, { 'if-match': `"${version}"` });
    expect((await classes()).at(-1)?.name).toBe('疑难事项');
    expect((await classes('zh-Hant')).at(-1)?.name).toBe('疑難事項');
    expect((await classes('en')).at(-1)?.name).toBe('Complex matters');
  });

  it('take in a category of the same street only', async () => {
    const { id } = await named('紧急危险');
    const classify = (categoryId: string, deadlineClassId: string) =>
      street.as('xu').post('/deadline-classes/categories', { categoryId, deadlineClassId });
    const foreign = street.other.seeded.categories.get('neighbours.noise') ?? '';
    expect((await classify(foreign, id)).code).toBe('deadlines.unknown_category');
    expect((await classify(street.category('neighbours.noise'), foreign)).code).toBe('deadlines.unknown_class');
    expect((await named('紧急危险')).categoryIds).not.toContain(street.category('neighbours.noise'));
    expect((await classify(street.category('neighbours.noise'), id)).status).toBe(201);
    expect((await named('紧急危险')).categoryIds).toContain(street.category('neighbours.noise'));
    expect(given(await raise('neighbours.noise'))).toBe(2 * hour);
  });
});

describe('the deadline of a case', () => {
  it('counts working time where its class does, near at 80 % of it', async () => {
    const { id, dueAt } = await raise('green.rubbish');
    const [row] = await cases.query('select near_at, watch_at, deadline_unit from case_record where id = $1', [id]);
    const due = new Date(Date.parse(dueAt ?? '') + 8 * hour).toISOString().slice(11, 16);
    expect((due >= '08:30' && due <= '12:00') || (due >= '13:30' && due <= '17:30')).toBe(true);
    expect(row?.deadline_unit).toBe('working_day');
    expect(String(row?.near_at) < String(dueAt)).toBe(true);
    expect(row?.watch_at).toEqual(row?.near_at);
  });

  it('follows the category while nobody was given the case', async () => {
    const { id, version } = await raise();
    const edit = { categoryId: street.category('safety.gas_leak') };
    const { body } = await street.as('wu').patch<Case>(`/cases/${id}`, edit, { 'if-match': `"${version}"` });
    expect(given(body)).toBe(2 * hour);
  });

  it('is proposed to the one who assigns, and given when nothing else is said', async () => {
    const { id } = await raise('facility.supply_cut');
    await street.as('wu').post(`/cases/${id}/acceptance`);
    const address = `/cases/${id}/proposed-deadline`;
    expect((await street.as('zhou').get(address)).code).toBe('request.forbidden');
    const { body: proposed } = await street.as('wu').get<ProposedDeadline>(address);
    expect(proposed).toMatchObject({ className: '水电气暖', allowed: { amount: 24, unit: 'hour' } });
    const assigned = await street
      .as('wu')
      .post<Case>(`/cases/${id}/assignments`, { organizationId: street.body('property') });
    expect(Math.abs(Date.parse(assigned.body.dueAt ?? '') - Date.parse(proposed.dueAt))).toBeLessThan(10_000);
    const again = await street
      .as('wu')
      .post<Case>(`/cases/${id}/assignments`, { organizationId: street.body('wentiDesk') });
    expect(again.body.dueAt).toBe(assigned.body.dueAt);
  });
});

describe('the first receiver', () => {
  it('stays named, and hears of it when the case is given on and when it is done', async () => {
    const { id } = await raise();
    const assign = (body: string) =>
      street.as('wu').post<Case>(`/cases/${id}/assignments`, { organizationId: street.body(body) });
    await street.as('wu').post(`/cases/${id}/acceptance`);
    expect((await assign('property')).body.firstReceiver).toBeNull();
    expect((await street.as('zhou').post<Case>(`/cases/${id}/receipt`)).body.firstReceiver?.name).toBe('安居物业');
    expect((await assign('wentiDesk')).body.firstReceiver?.name).toBe('安居物业');
    await street.as('li').post(`/cases/${id}/receipt`);
    expect((await street.as('li').post<Case>(`/cases/${id}/resolution`, { words: '换好了' })).body).toMatchObject({
      handler: { name: '文体社区居委会' },
      firstReceiver: { name: '安居物业' },
    });
    const told = await street.as('zhou').get<{ items: { code: string; subjectId: string }[] }>('/notices');
    const codes = told.body.items.filter((notice) => notice.subjectId === id).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['case.given_on', 'case.first_resolved']));
  });
});

describe('windows', () => {
  it('are the usual ones until the street office sets its own', async () => {
    const own: Windows = { reopenHours: 24, confirmDays: 3, archiveDays: 10 };
    expect((await street.as('wu').get('/deadline-windows')).body).toEqual({
      reopenHours: 72,
      confirmDays: 7,
      archiveDays: 90,
    });
    expect((await street.as('wu').patch('/deadline-windows', own)).code).toBe('request.forbidden');
    expect((await street.as('xu').patch('/deadline-windows', { ...own, confirmDays: 0 })).code).toBe('request.invalid');
    expect((await street.as('xu').patch('/deadline-windows', own)).body).toEqual(own);
    expect((await street.as('gao').get('/deadline-windows')).body).toMatchObject({ confirmDays: 7 });
  });
});
