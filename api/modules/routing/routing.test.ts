import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { RoutingProposal, RoutingRule, RoutingRules, WriteRule } from '../../../contract/routing.ts';
import { openTestStreet, type TestStreet } from '../../../tools/test-street.ts';

let street: TestStreet;
let parent: string;
let child: string;
beforeAll(async () => {
  street = await openTestStreet();
  const { body } = await street
    .as('wu')
    .get<{ categories: { id: string; parentId: string | null }[] }>('/case-categories');
  const leaf = body.categories.find(({ parentId }) => parentId !== null);
  [child, parent] = [leaf?.id ?? '', leaf?.parentId ?? ''];
});
afterAll(() => street.close());

const words = (patch: Partial<WriteRule> = {}): WriteRule => ({
  ...{ areaId: street.area('wenti'), categoryId: null, accountId: null, automatic: false },
  organizationId: street.body('property'),
  ...patch,
});
const add = (patch: Partial<WriteRule>) => street.as('xu').post<RoutingRule>('/routing-rules', words(patch));
const asked = async (area?: string, category?: string) => {
  const query = new URLSearchParams({ ...(area ? { area } : {}), ...(category ? { category } : {}) });
  return (await street.as('wu').get<RoutingProposal>(`/routing-proposals?${query}`)).body.rule;
};
const raised = async () =>
  (
    await street.as('chen').post<Case>('/cases', {
      body: '水管漏水，楼道里都是水',
      categoryId: child,
      areaId: street.area('wenti.1.unit.1'),
    })
  ).body.id;

describe('a rule', () => {
  it('is written by the street office alone, and has to make sense', async () => {
    expect((await street.as('wu').post('/routing-rules', words())).code).toBe('request.forbidden');
    expect((await street.as('chen').get('/routing-rules')).code).toBe('request.forbidden');
    expect((await add({ areaId: null })).code).toBe('routing.empty');
    expect((await add({ organizationId: street.area('wenti') })).code).toBe('routing.unknown');
    expect((await add({ accountId: street.account('wu') })).code).toBe('routing.unknown');
    expect((await street.as('gao').post('/routing-rules', words())).code).toBe('routing.unknown');
    expect(await asked(street.area('wenti.1'))).toBeNull();
  });

  it('decides the nearest category first, and among those the nearest place', async () => {
    const place = await add({});
    expect(place.status).toBe(201);
    expect((await add({})).code).toBe('routing.taken');
    const within = street.area('wenti.1.unit.1');
    expect((await asked(within, child))?.id).toBe(place.body.id);
    expect(await asked(street.area('pinghu.1'), child)).toBeNull();
    const kind = await add({ areaId: null, categoryId: parent, organizationId: street.body('wentiDesk') });
    expect((await asked(within, child))?.id).toBe(kind.body.id);
    const both = await add({ areaId: street.area('wenti.1'), categoryId: parent, accountId: street.account('zhou') });
    expect(await asked(within, child)).toMatchObject({
      id: both.body.id,
      organization: { id: street.body('property'), name: '安居物业' },
      person: { id: street.account('zhou') },
    });
    const nearest = await add({ areaId: null, categoryId: child, organizationId: street.body('office') });
    expect((await asked(within, child))?.id).toBe(nearest.body.id);
    expect((await asked(within))?.id).toBe(place.body.id);
  });

  it('is changed by the version that was read, and taken away', async () => {
    const { rules } = (await street.as('wu').get<RoutingRules>('/routing-rules')).body;
    const rule = rules.find(({ category }) => category?.id === child)!;
    const address = `/routing-rules/${rule.id}`;
    const wanted = words({ areaId: null, categoryId: child });
    expect((await street.as('xu').patch(address, wanted, { 'if-match': '"7"' })).status).toBe(412);
    expect((await street.as('xu').patch(address, wanted)).status).toBe(428);
    expect((await street.as('gao').patch(address, wanted, { 'if-match': '"1"' })).code).toBe('routing.not_found');
    const taken = await street.as('xu').patch(address, words(), { 'if-match': '"1"' });
    expect(taken.code).toBe('routing.taken');
    const changed = await street.as('xu').patch<RoutingRule>(address, wanted, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({ version: 2, organization: { name: '安居物业' } });
    expect((await street.as('zheng').del(address)).status).toBe(428);
    expect((await street.as('zheng').del(address, { 'if-match': '"1"' })).status).toBe(412);
    expect((await street.as('zheng').del(address, { 'if-match': '"2"' })).status).toBe(204);
    expect((await street.as('zheng').del(address, { 'if-match': '"2"' })).code).toBe('routing.not_found');
  });
});

describe('accepting', () => {
  it('only proposes by a rule that is not marked', async () => {
    const id = await raised();
    expect((await street.as('wu').post<Case>(`/cases/${id}/acceptance`, {})).body.state).toBe('accepted');
  });

  it('assigns at once by a rule that is', async () => {
    await add({ areaId: null, categoryId: child, automatic: true });
    const id = await raised();
    const { body } = await street.as('wu').post<Case>(`/cases/${id}/acceptance`, {});
    expect(body).toMatchObject({ state: 'assigned', handler: { name: '安居物业' } });
  });
});
