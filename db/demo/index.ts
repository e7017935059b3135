import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { type Context, sql, type Tx } from '../../api/kernel/db.ts';
import type { World } from '../../api/kernel/world.ts';
import { demonstrationPassword, hashPassword } from '../../api/modules/accounts/index.ts';
import { seedStreet } from '../seeds/index.ts';
import { openCast, type Passwords } from './cast.ts';
import { openChance } from './chance.ts';
import { layGround } from './ground.ts';
import { holdScenes } from './held.ts';
import { herLamp } from './her-lamp.ts';
import { inventNames } from './names.ts';
import { offTheRoad } from './off-the-road.ts';
import { settle } from './people.ts';
import { openAlbum } from './pictures/index.ts';
import { type Photograph, play } from './play.ts';
import { isFirst, readNoticesBefore } from './queries.ts';
import { writeScenes } from './script.ts';
import { qinghe, type StreetPlan, tongxin } from './streets.ts';
import { dayMs } from './times.ts';
import { together } from './together.ts';

/**
 * Fills an empty database with two invented streets; does nothing where there is a street already. Each street is written in one
 * transaction, and the second inside the first, so that a server killed half-way starts anew with an empty database.
 */
export async function fillDemonstration(world: World): Promise<void> {
  if (await hasStreet(world)) return;
  const started = Date.now();
  const tenantId = uuidv7();
  const [shown, unknown, album] = await Promise.all([
    hashPassword(demonstrationPassword),
    hashPassword(randomBytes(32).toString('base64url')),
    openAlbum(world, tenantId),
  ]);
  const passwords = { shown, unknown };
  try {
    await inStreet(world, tenantId, async (tx) => {
      // Of two servers that start on one empty database, one fills it and the other goes on.
      if (!(await isFirst(tx)) || (await hasStreet(world))) return album.discard();
      await found(tx, world, tongxin, { passwords, caseCount: 400, photograph: album.photograph });
      const plain = { passwords, caseCount: 14, photograph: () => [] };
      await inStreet(world, uuidv7(), (other) => found(other, world, qinghe, plain));
    });
  } catch (error) {
    await album.discard();
    throw error;
  }
  world.log.info({ ms: Date.now() - started }, 'the demonstration is ready');
}

async function hasStreet(world: World): Promise<boolean> {
  return (await world.db.outside(sql`select id from app.streets() limit 1`)).length > 0;
}

function inStreet(world: World, tenantId: string, work: (tx: Tx) => Promise<void>): Promise<void> {
  const context: Context = { tenantId, accountId: null, reach: '*' };
  return world.db.transaction(context, work);
}

interface Materials {
  passwords: Passwords;
  caseCount: number;
  photograph: Photograph;
}

async function found(
  tx: Tx,
  world: World,
  plan: StreetPlan,
  { passwords, caseCount, photograph }: Materials,
): Promise<void> {
  const chance = openChance(Number(plan.code.slice(6)));
  const now = world.clock.now();
  const since = new Date(now.getTime() - 400 * dayMs);
  const step = stopwatch(world, plan.name);
  const seeded = await seedStreet(tx, plan);
  const terrains = await layGround(tx, plan, seeded, chance);
  step('areas');
  const hire = openCast(tx, world, seeded, passwords, since);
  const society = await settle(tx, hire, plan, terrains, chance, since);
  step('people');
  const newName = inventNames(chance, []);
  const scenes = writeScenes(society, caseCount, now, chance, newName);
  if (plan === tongxin) {
    scenes.push(...holdScenes(society, now, chance, newName), herLamp(society, now));
    scenes.push(...offTheRoad(society, now), ...together(society, now));
  }
  await play(tx, world, scenes, seeded.categories, photograph, now);
  await readNoticesBefore(tx, new Date(now.getTime() - 3 * dayMs));
  step('cases');
}

function stopwatch(world: World, street: string): (done: string) => void {
  let before = Date.now();
  return (done) => {
    world.log.info({ street, ms: Date.now() - before }, `demonstration: ${done}`);
    before = Date.now();
  };
}
