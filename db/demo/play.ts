import { dayOf } from '../../api/kernel/clock.ts';
import type { Tx } from '../../api/kernel/db.ts';
import type { Deed } from '../../api/kernel/route.ts';
import type { World } from '../../api/kernel/world.ts';
import { raiseCase } from '../../api/modules/cases/index.ts';
import { closeUnconfirmed } from '../../api/modules/closing/index.ts';
import { windowsOf } from '../../api/modules/deadlines/index.ts';
import { watchDeadlines } from '../../api/modules/escalation/index.ts';
import * as handling from '../../api/modules/handling/index.ts';
import type { Phase } from './pictures/motives.ts';
import { actingAs } from './queries.ts';
import type { Act, Scene } from './scene.ts';
import { onDay } from './times.ts';

const all = 1_000;

/** Hands out a photo to hang on a case, in the name of whoever acts. */
export type Photograph = (tx: Tx, scene: Scene, phase: Phase, at: Date) => string[];

/** Plays every act of every scene in the order of time, through the same verbs that people use. */
export async function play(
  tx: Tx,
  world: World,
  scenes: readonly Scene[],
  categories: ReadonlyMap<string, string>,
  photograph: Photograph,
  now: Date,
): Promise<number> {
  const ids = new Map<Scene, string>();
  const acts = scenes.flatMap((scene) => scene.acts.map((act) => ({ scene, act })));
  acts.sort((one, other) => one.act.at.getTime() - other.act.at.getTime());
  let evening = acts[0]?.act.at ?? now;
  for (const { scene, act } of acts) {
    for (; evening < act.at; evening = onDay(evening, 1, 19)) await letTimePass(tx, evening);
    const { actor, at: now } = act;
    const as = actingAs(tx, actor.accountId);
    const permission = act.verb === 'turn' ? act.permission : `case.${act.verb}`;
    const deed: Deed = { tx: as, actor, scope: world.scopeOf(actor, permission), language: 'zh-Hans', now };
    if (act.verb === 'raise') ids.set(scene, await raise(deed, world, scene, categories, photograph));
    else if (act.verb === 'turn') await act.take(deed, world, ids.get(scene) ?? '', (other) => ids.get(other) ?? '');
    else await move(deed, world, ids.get(scene) ?? '', act, scene, photograph);
  }
  await letTimePass(tx, now);
  return acts.length;
}

/** What happens by itself: deadlines come near and pass, and silence closes what nobody confirms. */
async function letTimePass(tx: Tx, now: Date): Promise<void> {
  const nobody = actingAs(tx, null);
  await watchDeadlines(nobody, now, all);
  await closeUnconfirmed(nobody, await windowsOf(nobody), now, all);
}

async function raise(
  deed: Deed,
  world: World,
  { story, raiser, place, title, body, pictured, ...scene }: Scene,
  categories: ReadonlyMap<string, string>,
  photograph: Photograph,
): Promise<string> {
  const { lon, lat } = place;
  const position = lon === null || lat === null ? undefined : { lon, lat, crs: 'wgs84' as const };
  const photoIds = photograph(deed.tx, { story, raiser, place, title, body, pictured, ...scene }, 'before', deed.now);
  const about = { title, body, kind: story.kind ?? ('help' as const), categoryId: categories.get(story.category) };
  const where = {
    place: story.spot ?? '',
    position,
    photoIds,
    onBehalf: raiser.behalf,
    published: false,
    anonymous: false,
  };
  const serial = await world.nextSerial(deed.actor.tenantId, `case:${dayOf(deed.now).slice(0, 7)}`);
  return raiseCase(deed, world, { ...about, ...where }, place.id, serial);
}

async function move(
  deed: Deed,
  world: World,
  id: string,
  act: Exclude<Act, { verb: 'turn' }>,
  scene: Scene,
  photograph: Photograph,
): Promise<void> {
  switch (act.verb) {
    case 'accept':
      return handling.acceptCase(deed, world, id);
    case 'refuse':
      return handling.refuseCase(deed, world, id, act.words);
    case 'assign': {
      const { organizationId, accountId, words, dueAt } = act;
      return handling.assignCase(deed, world, id, { organizationId, accountId, words, dueAt: dueAt?.toISOString() });
    }
    case 'sign':
      return handling.signForCase(deed, world, id);
    case 'note':
      return handling.noteCase(deed, world, id, { audience: act.audience, words: act.words, photoIds: [] });
    case 'resolve': {
      const photoIds = photograph(deed.tx, scene, 'after', deed.now);
      return handling.resolveCase(deed, world, id, { words: act.words, photoIds });
    }
    case 'confirm': {
      const { solved, satisfaction, words } = act;
      return handling.confirmCase(deed, world, id, { solved, satisfaction, words });
    }
    case 'reopen':
      return handling.reopenCase(deed, world, id, act.words);
    case 'raise':
      throw new Error('a case is raised once');
  }
}
