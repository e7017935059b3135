import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case, Categories } from '../../../contract/cases.ts';
import type { AddCategory, CategoryNode, CategoryTree, EditCategory } from '../../../contract/categories.ts';
import type { Timeline } from '../../../contract/trail.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';
import { sql } from '../../kernel/db.ts';

let street: TestStreet;
let usual: string;
beforeAll(async () => {
  street = await openTestStreet();
  usual = (await node('facility')).deadlineClass.id;
});
afterAll(() => street.close());

const nodes = async () => (await street.as('xu').get<CategoryTree>('/case-categories/tree')).body.nodes;
async function node(code: string): Promise<CategoryNode> {
  const found = (await nodes()).find((one) => one.code === code || one.id === code);
  if (!found) throw new Error(`no category ${code}`);
  return found;
}
const words = (name: string, patch: Partial<AddCategory> = {}): AddCategory => ({
  ...{ parentId: null, names: { 'zh-Hans': name, en: null }, deadlineClassId: usual },
  ...{ danger: false, callFirst: null, shared: false, ...patch },
});
const add = (name: string, patch: Partial<AddCategory> = {}, person: Person = 'xu') =>
  street.as(person).post<CategoryNode>('/case-categories', words(name, patch));
const said = (name: string, patch: Partial<EditCategory> = {}): EditCategory => {
  const { parentId: _, ...rest } = words(name, patch);
  return rest;
};
const tag = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` });
const act = (one: CategoryNode, noun: string, body?: object) =>
  street.as('xu').post<CategoryNode>(`/case-categories/${one.id}/${noun}`, body, tag(one));
const offered = async (query = '') => {
  const { categories } = (await street.as('chen').get<Categories>(`/case-categories${query}`)).body;
  return categories.map(({ code }) => code);
};
const beside = async (parentId: string | null) =>
  (await nodes()).filter((one) => one.parentId === parentId).map(({ name }) => name);
const raise = (categoryId: string) =>
  street.as('chen').post<Case>('/cases', { body: '有件事', categoryId, areaId: street.area('wenti.1.unit.1') });

describe('who keeps the tree', () => {
  it('is the street office alone, each street its own', async () => {
    expect((await add('新类', {}, 'wu')).code).toBe('request.forbidden');
    expect((await street.as('chen').get('/case-categories/tree')).code).toBe('request.forbidden');
    expect((await street.as('wu').get<CategoryTree>('/case-categories/tree')).body.nodes.length).toBeGreaterThan(70);
    expect((await add('新类', {}, 'gao')).code).toBe('deadlines.unknown_class');
    const one = await node('facility.lift');
    const theirs = await street.as('gao').patch(`/case-categories/${one.id}`, said('电梯'), tag(one));
    expect(theirs.code).toBe('categories.not_found');
  });
});

describe('a new category', () => {
  it('is refused without sense: no parent, a name that stands there, a number without danger', async () => {
    expect((await add('新类', { parentId: street.area('wenti') })).code).toBe('categories.unknown_place');
    expect((await add('公共设施')).code).toBe('categories.name_taken');
    expect((await add('新类', { callFirst: '119' })).code).toBe('categories.number_without_danger');
    expect((await add('新类', { deadlineClassId: street.area('wenti') })).code).toBe('deadlines.unknown_class');
    expect((await add('')).code).toBe('request.invalid');
  });

  it('comes last under its parent, with a code of its own and the traditional form of its name', async () => {
    const parent = await node('parking');
    const { body, status } = await add('电动车充电桩', { parentId: parent.id, danger: true, callFirst: '119' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ code: 'parking.1', danger: true, callFirst: '119', version: 1, openCases: 0 });
    expect((await beside(parent.id)).at(-1)).toBe('电动车充电桩');
    const { labels } = await street.inside((tx) =>
      tx.one<{ labels: object }>(sql`select labels from case_category where id = ${body.id}`),
    );
    expect(labels).toEqual({ 'zh-Hans': '电动车充电桩', 'zh-Hant': '電動車充電樁' });
    expect(await offered()).toContain('parking.1');
    expect((await raise(body.id)).body).toMatchObject({ danger: true, category: { name: '电动车充电桩' } });
  });

  it('may stand at any depth', async () => {
    let parentId = (await node('policy')).id;
    for (const name of ['甲', '乙', '丙', '丁']) parentId = (await add(name, { parentId })).body.id;
    expect((await node(parentId)).code).toBe('policy.1.1.1.1');
  });
});

describe('an edit', () => {
  it('is refused on a version that was overtaken, in words, and writes nothing', async () => {
    const one = await node('facility.bench');
    const address = `/case-categories/${one.id}`;
    expect((await street.as('xu').patch(address, said('长椅'))).status).toBe(428);
    const stale = await street.as('xu').patch(address, said('长椅'), { 'if-match': '"9"' });
    expect(stale.status).toBe(412);
    expect((await street.as('xu').patch(address, said('路灯'), tag(one))).code).toBe('categories.name_taken');
    expect((await node('facility.bench')).name).toBe('便民座椅');
  });

  it('renames in each language, and old cases say the new name', async () => {
    const one = await node('facility.bench');
    const { id } = (await raise(one.id)).body;
    const names = { 'zh-Hans': '公共座椅', en: 'Public benches' };
    const changed = await street
      .as('zheng')
      .patch<CategoryNode>(`/case-categories/${one.id}`, said('', { names }), tag(one));
    expect(changed.body).toMatchObject({ names, version: one.version + 1, code: 'facility.bench' });
    expect((await street.as('chen').get<Case>(`/cases/${id}`)).body.category?.name).toBe('公共座椅');
  });

  it('counts as one when the class of deadline is changed elsewhere', async () => {
    const one = await node('facility.road');
    await street.as('xu').post('/deadline-classes/categories', { categoryId: one.id, deadlineClassId: usual });
    expect((await street.as('xu').patch(`/case-categories/${one.id}`, said('路面'), tag(one))).status).toBe(412);
  });
});

describe('the place of a category', () => {
  it('is never under itself, nor under what is not there', async () => {
    const [top, child] = [await node('work'), await node('work.job')];
    expect((await act(top, 'placement', { parentId: child.id, beforeId: null })).code).toBe('categories.below_itself');
    expect((await act(top, 'placement', { parentId: top.id, beforeId: null })).code).toBe('categories.below_itself');
    const lost = { parentId: street.area('wenti'), beforeId: null };
    expect((await act(child, 'placement', lost)).code).toBe('categories.unknown_place');
    const stranger = { parentId: top.id, beforeId: (await node('facility.lift')).id };
    expect((await act(child, 'placement', stranger)).code).toBe('categories.unknown_place');
  });

  it('changes among those beside it, and lists follow', async () => {
    const parent = await node('work');
    expect(await beside(parent.id)).toEqual(['求职', '欠薪', '社保医保咨询', '技能培训']);
    await act(await node('work.training'), 'placement', {
      parentId: parent.id,
      beforeId: (await node('work.wages')).id,
    });
    await act(await node('work.job'), 'placement', { parentId: parent.id, beforeId: null });
    expect(await beside(parent.id)).toEqual(['技能培训', '欠薪', '社保医保咨询', '求职']);
    expect((await offered()).filter((code) => code.startsWith('work'))).toEqual([
      ...['work', 'work.training', 'work.wages', 'work.insurance', 'work.job'],
    ]);
  });

  it('changes to another parent with all that stands under it', async () => {
    const [moved, into] = [await node('renewal'), await node('property')];
    await act(moved, 'placement', { parentId: into.id, beforeId: null });
    expect((await beside(into.id)).at(-1)).toBe('老旧小区与拆迁安置');
    const { categories } = (await street.as('chen').get<Categories>('/case-categories')).body;
    const order = categories.map(({ code }) => code);
    expect(order.indexOf('renewal.plan')).toBeGreaterThan(order.indexOf('renewal'));
    expect(order.indexOf('renewal')).toBe(order.indexOf('property.income') + 1);
  });
});

describe('ending a category', () => {
  it('takes it and all under it out of every list for new cases; old cases keep it and are found by it', async () => {
    const [top, child] = [await node('green'), await node('green.tree')];
    const { body: old } = await raise(child.id);
    expect((await node('green')).openCases).toBe(1);
    const seen = async (person: Person) =>
      (await street.as(person).get<CategoryTree>('/case-categories/tree')).body.nodes.find(({ id }) => id === top.id);
    expect((await seen('wu'))?.openCases).toBe(1);
    expect((await seen('sun'))?.openCases).toBe(0);
    const ended = await act(top, 'ending');
    expect(ended.body.endedAt).not.toBeNull();
    expect((await act(ended.body, 'ending')).code).toBe('categories.ended');
    expect((await offered()).some((code) => code.startsWith('green'))).toBe(false);
    expect(await offered('?ended=true')).toContain('green.tree');
    const services = await street.app.inject({ url: '/api/v1/open311/v2/services.json?jurisdiction_id=350702001000' });
    expect(services.statusCode).toBe(200);
    expect(services.body).not.toContain('green.tree');
    expect(services.body).toContain('parking.wild');

    expect((await raise(child.id)).code).toBe('cases.ended_category');
    expect((await add('新', { parentId: top.id })).code).toBe('categories.parent_ended');
    expect((await street.as('chen').get<Case>(`/cases/${old.id}`)).body.category?.name).toBe('危树修剪');
    const list = await street.as('wu').get<{ items: { id: string }[] }>(`/cases?view=all&category=${top.id}`);
    expect(list.body.items.map(({ id }) => id)).toEqual([old.id]);
  });

  it('lets an old case be put right without losing its category, but nothing else be put there', async () => {
    const { categories } = (await street.as('wu').get<Categories>('/case-categories?ended=true')).body;
    const gone = categories.find(({ code }) => code === 'green.tree')?.id;
    const list = await street.as('wu').get<{ items: Case[] }>(`/cases?view=all&category=${gone}`);
    const [old] = list.body.items;
    const put = { title: '一棵危树', categoryId: gone };
    const kept = await street.as('wu').patch<Case>(`/cases/${old?.id}`, put, tag(old ?? { version: 0 }));
    expect(kept.body).toMatchObject({ title: '一棵危树', category: { id: gone } });
    const fresh = (await raise((await node('voice.other')).id)).body;
    const moved = await street.as('wu').patch(`/cases/${fresh.id}`, { categoryId: gone }, tag(fresh));
    expect(moved.code).toBe('cases.ended_category');
    const resorted = (await node('voice.praise')).id;
    await street.as('wu').patch(`/cases/${old?.id}`, { categoryId: resorted }, tag(kept.body));
    const { entries } = (await street.as('wu').get<Timeline>(`/cases/${old?.id}/timeline`)).body;
    expect(entries.length).toBeGreaterThan(1);
  });

  it('is undone with what was ended together, not with what was ended before', async () => {
    const one = await node('care.meals');
    await act(one, 'ending');
    await act(await node('care'), 'ending');
    const below = await node('care.nursing');
    expect((await act(below, 'reinstatement')).code).toBe('categories.parent_ended');
    await act(await node('care'), 'reinstatement');
    const codes = await offered();
    expect(codes).toContain('care.nursing');
    expect(codes).not.toContain('care.meals');
    expect((await act(await node('care'), 'reinstatement')).code).toBe('categories.in_use');
    await add('助餐', { parentId: (await node('care')).id });
    expect((await act(await node('care.meals'), 'reinstatement')).code).toBe('categories.name_taken');
  });

  it('stays in the record, each step with who and when', async () => {
    const { id } = await node('care.meals');
    const rows = await street.inside((tx) =>
      tx.many<{ verb: string }>(sql`select verb from event where subject_id = ${id} order by seq`),
    );
    expect(rows.map(({ verb }) => verb)).toEqual(['end']);
  });
});

describe('the public list', () => {
  it('takes a category with everything under it', async () => {
    const [top, child] = [await node('safety'), await node('safety.old_wiring')];
    const body = { body: '老化线路要换', categoryId: child.id, areaId: street.area('wenti.1.unit.1'), published: true };
    const { id } = (await street.as('chen').post<Case>('/cases', body)).body;
    await street.as('wu').post(`/cases/${id}/acceptance`, {});
    for (const asked of [child.id, top.id]) {
      const address = `/public-cases?street=350702001000&category=${asked}`;
      const { items } = (await street.stranger.get<{ items: { id: string }[] }>(address)).body;
      expect(items.map((one) => one.id)).toContain(id);
    }
  });
});
