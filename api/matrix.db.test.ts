import fs from 'node:fs';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personNamed } from '../tools/expected-reach.ts';
import {
  allowed,
  type Cell,
  closeGround,
  openGround,
  type Row,
  type Rows,
  relations,
  street,
  tables,
} from '../tools/matrix-ground.ts';
import type { Answer, Person } from '../tools/test-street.ts';
import type { AnyRoute } from './kernel/route.ts';

/** One person a permission set, a handler of the whole street besides, and three of another street. */
const persons: readonly Person[] = ['chen', 'li', 'zhou', 'peng', 'wu', 'xu', 'zheng', 'hu', 'gao', 'qian'];

let cells = 0;

/** Codes that mean: let in, and then something else was the matter. */
const letInAll = [
  'cases.no_phone',
  'accounts.not_demonstration',
  'accounts.sign_in_failed',
  'accounts.wrong_password',
  'authenticators.not_started',
  'authenticators.wrong_code',
  'passkeys.unavailable',
  'mail.not_offered',
  'routing.empty',
  'mail.wrong_code',
  'mail.no_address',
  'mail.bad_token',
  'file.missing',
  'organizations.people_there',
  'organizations.open_cases',
  'redistricting.left_over',
  'redistricting.not_alike',
  'redistricting.same_place',
  'redistricting.open_cases',
];

function outcomeOf({ status, code }: Answer): string {
  if (status < 400 || letInAll.includes(code ?? '')) return allowed;
  return code ?? String(status);
}

beforeAll(openGround);
afterAll(async () => {
  process.stdout.write(`authorization matrix: ${cells} cells of ${rows.size} routes, ${persons.length} people\n`);
  await closeGround();
});

/** The rows stand with the module whose routes they try: api/modules/<module>/<module>.matrix.ts. */
const modules = path.join(import.meta.dirname, 'modules');
const rows = new Map<string, Row>();
for (const module of fs.readdirSync(modules).toSorted()) {
  const file = path.join(modules, module, `${module}.matrix.ts`);
  if (!fs.existsSync(file)) continue;
  const { rows: own } = (await import(file)) as { rows: Rows };
  for (const [route, row] of own) rows.set(route, row);
}

const nameOf = ({ route: { method, path } }: AnyRoute) => `${method} ${path}`;
const permissionOf = (entry: AnyRoute) => (entry.kind === 'verb' ? entry.route.permission : entry.route.access);

describe('the matrix', () => {
  it('has a row for every route, and no row without a route', () => {
    const routes = street.open.modules.flatMap((module) => module.routes).map(nameOf);
    expect([...rows.keys()].sort(), 'add the row of the route to the .matrix.ts of its module').toEqual(routes.sort());
  });

  it('knows every permission that a route asks for', () => {
    const asked = street.open.modules.flatMap((module) => module.routes).map(permissionOf);
    const known = ['public', 'signed_in', ...Object.keys(tables())];
    expect(asked.filter((permission) => !known.includes(permission))).toEqual([]);
  });

  it('gives every permission to somebody of the right kind', () => {
    for (const [permission, sets] of Object.entries(tables())) {
      expect({ permission, given: Object.keys(sets).length > 0 }).toEqual({ permission, given: true });
    }
  });
});

describe('somebody who is not signed in', () => {
  it('is let into public routes only', async () => {
    const surprises: string[] = [];
    const tokens: Record<string, string>[] = [
      {},
      { authorization: 'Bearer lj_nothing' },
      { cookie: 'linju_session=lj_nothing' },
    ];
    for (const entry of street.open.modules.flatMap((module) => module.routes)) {
      if (permissionOf(entry) === 'public') continue;
      const { method, path } = entry.route;
      const address = path.replace(/:metric/, 'case_raised').replace(/:\w+/g, uuidv7());
      const body = method === 'POST' || method === 'PATCH' ? {} : undefined;
      for (const headers of tokens) {
        const answer = await call(method, address, body, headers);
        cells += 1;
        if (answer.code !== 'request.unauthenticated')
          surprises.push(`${nameOf(entry)}: ${answer.status} ${answer.code}`);
      }
    }
    expect(surprises).toEqual([]);
  });
});

function call(method: string, address: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
  if (method === 'POST') return street.stranger.post(address, body, headers);
  if (method === 'PATCH') return street.stranger.patch(address, body, headers);
  return method === 'DELETE' ? street.stranger.del(address, headers) : street.stranger.get(address, headers);
}

describe('every route for everybody', () => {
  it.each([...rows.keys()])('%s', async (name) => {
    const entry = street.open.modules.flatMap((module) => module.routes).find((one) => nameOf(one) === name);
    const row = rows.get(name);
    if (!entry || !row) throw new Error(`no such route: ${name}`);
    const asked: (Cell & { who: string })[] = [];
    for (const person of persons) {
      for (const relation of relations) {
        const found = await row(person, relation, permissionOf(entry));
        asked.push(
          ...found.map((cell) => ({ ...cell, who: `${person} (${personNamed(person).roleSet}), ${relation}` })),
        );
      }
    }
    const surprises: string[] = [];
    // The refusals first: what is let in may change what comes after.
    for (const { who, expected, ask } of asked.toSorted(
      (a, b) => Number(a.expected === allowed) - Number(b.expected === allowed),
    )) {
      const answer = await ask();
      cells += 1;
      if (outcomeOf(answer) !== expected) surprises.push(`${who}: expected ${expected}, got ${outcomeOf(answer)}`);
    }
    expect(surprises).toEqual([]);
  });
});
