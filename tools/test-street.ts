import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { uuidv7 } from 'uuidv7';
import { buildApp } from '../api/app.ts';
import { type Config, readConfig } from '../api/kernel/config.ts';
import type { Db, Tx } from '../api/kernel/db.ts';
import { createSecretFile } from '../api/kernel/secrets.ts';
import { hashPassword, openSession } from '../api/modules/accounts/index.ts';
import { createAccount, grantRole } from '../api/modules/roles/index.ts';
import type { OpenWorld } from '../api/open-world.ts';
import { type Seeded, seedStreet } from '../db/seeds/index.ts';
import { type Caller, callerOf } from './test-caller.ts';
import { cloneDatabase, type TestDatabase } from './test-postgres.ts';
import { addBody, drawMap } from './test-street-map.ts';
import { type Person, people, strangers, type TestPerson } from './test-street-people.ts';

export type { Answer, Caller } from './test-caller.ts';
export type { Person } from './test-street-people.ts';
export { people, strangers } from './test-street-people.ts';

/** The password of everybody in the test street. */
export const testPassword = 'tongxin-2026';

/** Time that tests move: it runs on, from now. */
export interface TestClock {
  now(): Date;
  advance(ms: number): void;
}

/** What one of the two streets consists of. */
export interface Street {
  tenantId: string;
  seeded: Seeded;
  areas: ReadonlyMap<string, string>;
  bodies: ReadonlyMap<string, string>;
  accounts: ReadonlyMap<string, string>;
}

export interface TestStreet {
  database: TestDatabase;
  app: FastifyInstance;
  open: OpenWorld;
  db: Db;
  clock: TestClock;
  config: Config;
  own: Street;
  other: Street;
  /** Ids of the first street by name; throws on a name that is not there. */
  area(key: string): string;
  body(key: string): string;
  account(person: Person): string;
  category(code: string): string;
  role(label: string): string;
  token(person: Person): Promise<string>;
  as(person: Person): Caller;
  /** Somebody who is not signed in. */
  stranger: Caller;
  /** A transaction in a street, by default for nobody in the first one. */
  inside<T>(work: (tx: Tx) => Promise<T>, person?: Person): Promise<T>;
  close(): Promise<void>;
}

/** Two small streets with people in every role, behind a real server on a real database. Call `close()` in afterAll. */
export async function openTestStreet(settings: Record<string, string> = {}): Promise<TestStreet> {
  const database = await cloneDatabase();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-street-'));
  const config = readConfig({ LINJU_DATA: folder, LINJU_DEMO: 'off', RATE_LIMIT: '1000000', ...settings });
  createSecretFile(config.secretFile);
  const clock = testClock();
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' }, process.stderr);
  const { app, open, close } = await buildApp({ config, appUrl: database.appUrl, log, clock });
  const { world } = open;
  const passwordHash = await hashPassword(testPassword);
  const own = await settle(open, '350702001000', '同心街道', people, passwordHash);
  const other = await settle(open, '350702002000', '和平街道', strangers, passwordHash);
  const tokens = new Map<Person, Promise<string>>();
  const streetOf = (person: Person) => (person in people ? own : other);
  const account = (person: Person) => found(streetOf(person).accounts, person);
  const inside = <T>(work: (tx: Tx) => Promise<T>, person?: Person) => {
    const { tenantId } = person ? streetOf(person) : own;
    const accountId = person ? account(person) : null;
    return world.db.transaction({ tenantId, accountId, reach: '*' }, work);
  };
  const token = (person: Person) => {
    const known = tokens.get(person);
    if (known) return known;
    const made = inside((tx) => openSession(tx, account(person), 'test', clock.now()), person);
    tokens.set(person, made);
    return made;
  };
  return {
    ...{ database, app, open, db: world.db, clock, config, own, other, account, inside, token },
    area: (key) => found(own.areas, key),
    body: (key) => found(own.bodies, key),
    category: (code) => found(own.seeded.categories, code),
    role: (label) => found(own.seeded.roles, label),
    as: (person) => callerOf(app, () => token(person)),
    stranger: callerOf(app, async () => undefined),
    async close() {
      await close();
      await database.drop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function found(names: ReadonlyMap<string, string>, key: string): string {
  const id = names.get(key);
  if (!id) throw new Error(`the test street has no ${key}; it has ${[...names.keys()].join(', ')}`);
  return id;
}

function testClock(): TestClock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    advance(ms) {
      ahead += ms;
    },
  };
}

const roleLabels = {
  resident: '居民',
  grid_worker: '网格员',
  handler: '物业',
  community_staff: '社区工作者',
  street_officer: '街道治理办',
  administrator: '系统管理员',
} as const;

async function settle(
  { world }: OpenWorld,
  code: string,
  name: string,
  who: Record<string, TestPerson>,
  passwordHash: string,
): Promise<Street> {
  const tenantId = uuidv7();
  return world.db.transaction({ tenantId, accountId: null, reach: '*' }, async (tx) => {
    const seeded = await seedStreet(tx, { code, name, phone: '0599-12345' });
    const areas = await drawMap(tx, seeded, { lon: 118.12, lat: 26.64 });
    const bodies = new Map([
      ['office', await addBody(tx, 'street_office', '街道办事处', areas.get('street'))],
      ['wentiDesk', await addBody(tx, 'community', '文体社区居委会', areas.get('wenti'))],
      ['pinghuDesk', await addBody(tx, 'community', '平湖社区居委会', areas.get('pinghu'))],
      ['property', await addBody(tx, 'property', '安居物业', areas.get('wenti'))],
      ['otherProperty', await addBody(tx, 'property', '平湖物业', areas.get('pinghu'))],
    ]);
    const accounts = new Map<string, string>();
    for (const [login, person] of Object.entries(who)) {
      const homeAreaId = person.home ? found(areas, person.home) : undefined;
      const words = { login, name: person.name, phone: person.phone, password: testPassword, homeAreaId, passwordHash };
      const id = await createAccount(tx, world, words, world.clock.now());
      const organizationId = person.body ? found(bodies, person.body) : undefined;
      const roleId = found(seeded.roles, roleLabels[person.roleSet]);
      await grantRole(tx, world, id, { roleId, areaId: found(areas, person.area), organizationId }, world.clock.now());
      accounts.set(login, id);
    }
    return { tenantId, seeded, areas, bodies, accounts };
  });
}
