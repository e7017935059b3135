import type { PostRequest } from '../../../contract/georeport.ts';
import { georeportProblems } from '../../../contract/georeport.ts';
import { type Actor, contextOf } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/clock.ts';
import { reachesNothing } from '../../kernel/permissions.ts';
import { fail } from '../../kernel/problem.ts';
import type { World } from '../../kernel/world.ts';
import { findActor } from '../accounts/index.ts';
import { locate } from '../areas/index.ts';
import { categoryTree, raiseCase, workplaceOf } from '../cases/index.ts';
import { numberOf } from './queries.ts';
import { nameOf } from './rules.ts';

/** Who stands behind an api_key: an account that may raise, in the street that was asked. */
export async function actorOfKey(world: World, key: string | undefined, tenantId: string): Promise<Actor> {
  const actor = key ? await findActor(world, key) : undefined;
  if (!actor || actor.tenantId !== tenantId || reachesNothing(world.scopeOf(actor, 'case.raise')))
    throw fail(georeportProblems, 'georeport.key_needed');
  return actor;
}

/** Files the request as a case; with a name besides, and a key that may register, on behalf of that person. Answers the number. */
export async function postRequest(world: World, actor: Actor, form: PostRequest): Promise<string> {
  const now = world.clock.now();
  const serial = await world.nextSerial(actor.tenantId, `case:${dayOf(now).slice(0, 7)}`);
  return world.db.transaction(contextOf(actor), async (tx) => {
    const { lat, long: lon } = form;
    const position = lat === undefined || lon === undefined ? undefined : { lat, lon, crs: 'wgs84' as const };
    const located = position ? await locate(tx, position) : undefined;
    const { categories } = await categoryTree(tx, actor.language);
    const category = categories.find(({ code }) => code === form.service_code);
    if (!category) throw fail(georeportProblems, 'georeport.unknown_service');
    const scope = world.scopeOf(actor, 'case.raise');
    const name = nameOf(form);
    const registers = !reachesNothing(world.scopeOf(actor, 'case.register'));
    const onBehalf =
      name && registers ? { name, phone: form.phone || undefined, source: 'hotline' as const } : undefined;
    const id = await raiseCase(
      { tx, actor, scope, language: actor.language, now },
      world,
      {
        body: form.description,
        kind: 'help',
        categoryId: category.id,
        place: form.address_string,
        position,
        photoIds: [],
        published: false,
        anonymous: false,
        onBehalf,
      },
      located?.grid?.id ?? (onBehalf ? workplaceOf(actor.grants) : undefined) ?? null,
      serial,
    );
    return numberOf(tx, id);
  });
}
