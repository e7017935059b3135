import { uuidv7 } from 'uuidv7';
import type { Tx } from '../../api/kernel/db.ts';
import type { World } from '../../api/kernel/world.ts';
import { insertAreas, pathLabel } from '../../api/modules/areas/index.ts';
import { insertClasses } from '../../api/modules/deadlines/index.ts';
import { replaceRungs } from '../../api/modules/escalation/index.ts';
import { areaKinds } from './area-kinds.ts';
import { caseCategories } from './case-categories.ts';
import { type DeadlineCode, deadlineClasses, usualClass } from './deadline-classes.ts';
import { escalationLadder } from './escalation-ladder.ts';
import { labelsOf } from './labels.ts';
import * as queries from './queries.ts';
import { roles } from './roles.ts';

export interface NewStreet {
  /** Division code, 12 digits (DOMAIN §1.1). */
  code: string;
  name: string;
  /** Number people call when nothing else works. */
  phone: string;
}

/** Ids of what a street starts with, by the code (roles: by the simplified label) of the seed. */
export interface Seeded {
  kinds: ReadonlyMap<string, string>;
  roles: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, string>;
}

/**
 * Makes a street with its root area (which carries the street's id), kinds of area, roles and case categories; no account, so nobody
 * can sign in yet. Gives back its id.
 * @throws Error where the code is not 12 digits or a street has it already.
 */
export async function createStreet(world: World, street: NewStreet): Promise<string> {
  const tenantId = uuidv7();
  if (!/^\d{12}$/.test(street.code))
    throw new Error(`街道编码应为 12 位数字 A street's code has 12 digits: ${street.code}`);
  try {
    await world.db.transaction({ tenantId, accountId: null, reach: '*' }, (tx) => seedStreet(tx, street));
  } catch (error) {
    if ((error as { code?: string }).code === '23505')
      throw new Error(`这个街道编码已经有了 A street has this code already: ${street.code}`, { cause: error });
    throw error;
  }
  return tenantId;
}

/** Writes what every new street gets into the tenant of the transaction. */
export async function seedStreet(tx: Tx, { code, name, phone }: NewStreet): Promise<Seeded> {
  const id = tx.context.tenantId;
  await queries.insertTenant(tx, code, name, phone);
  const kinds = areaKinds.map(({ label, en, ...kind }) => ({ id: uuidv7(), ...kind, labels: labelsOf(label, en) }));
  const roleRows = roles.map(({ roleSet, label, en }) => ({ id: uuidv7(), roleSet, labels: labelsOf(label, en) }));
  const classes = deadlineClasses.map(({ label, en, ...one }) => ({
    id: uuidv7(),
    ...one,
    labels: labelsOf(label, en),
    usual: one.code === usualClass,
  }));
  const categories = categoryRows(new Map(classes.map((one) => [one.code, one.id])));
  await queries.insertKinds(tx, kinds);
  await queries.insertRoles(tx, roleRows);
  await insertClasses(tx, classes);
  await replaceRungs(tx, escalationLadder);
  await queries.insertCategories(tx, categories);
  const kindIds = new Map(kinds.map((kind) => [kind.code, kind.id]));
  const above = { communityId: null, gridId: null, microGridId: null, buildingId: null };
  const root = { id, parentId: null, kindId: kindIds.get('street') ?? '', tier: 'street' as const, code, name, phone };
  await insertAreas(tx, [
    { ...root, ...above, placeName: '', path: pathLabel(id), boundary: null, lon: null, lat: null },
  ]);
  return {
    kinds: kindIds,
    roles: new Map(roleRows.map((role) => [role.labels['zh-Hans'] ?? '', role.id])),
    categories: new Map(categories.map((category) => [category.code, category.id])),
  };
}

function categoryRows(classIds: ReadonlyMap<string, string>): queries.CategoryRow[] {
  const idOf = (code: DeadlineCode) => classIds.get(code) ?? '';
  return caseCategories.flatMap(({ code, label, en, deadline, shared = false, items }, classPosition) => {
    const parent = { id: uuidv7(), parentId: null, code, labels: labelsOf(label, en), danger: false, callFirst: null };
    const children = items.map((item, position) => ({
      id: uuidv7(),
      parentId: parent.id,
      code: `${code}.${item.code}`,
      labels: labelsOf(item.label, item.en),
      danger: item.callFirst !== undefined,
      callFirst: item.callFirst ?? null,
      deadlineClassId: idOf(item.deadline ?? deadline),
      shared: item.shared ?? shared,
      position,
    }));
    return [{ ...parent, deadlineClassId: idOf(deadline), shared, position: classPosition }, ...children];
  });
}
