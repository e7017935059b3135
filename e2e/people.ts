import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import type { SignedIn } from '../contract/accounts.ts';
import type { Case } from '../contract/cases.ts';
import type { Running } from './running.ts';

/** The people of the demonstration street, by what they do. */
export const logins = {
  resident: 'chen.guihua',
  gridWorker: 'li.zhiqiang',
  handler: 'zhou.shifu',
  staff: 'wu.min',
  officer: 'xu.jianping',
  administrator: 'zheng.hong',
} as const;
export type Who = keyof typeof logins;
export const streetCode = '990101001000';
export const password = 'linju-2026';

type Body = Readonly<Record<string, unknown>>;

/** One person at the API, without a browser: what goes before a journey and what is looked up after it. */
export interface Person {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: Body): Promise<T>;
  delete(path: string): Promise<void>;
  upload(photo: Buffer): Promise<string>;
  /** The status of an answer, whatever it is. */
  status(path: string): Promise<number>;
}

/** The server of this worker. */
export function server(): Running {
  const running = inject('servers')[Number(process.env.VITEST_POOL_ID) - 1];
  if (!running) throw new Error(`no server was started for worker ${process.env.VITEST_POOL_ID}`);
  return running;
}

const signedIn = new Map<Who, Promise<string>>();

async function tokenOf(login: string, words: string): Promise<string> {
  const body = JSON.stringify({ street: streetCode, login, password: words, client: 'program' });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${server().baseUrl}/api/v1/sessions`, { method: 'POST', headers, body });
  const { token } = (await answer.json()) as SignedIn;
  if (!token) throw new Error(`${login} could not sign in: ${answer.status}`);
  return token;
}

export async function person(who: Who): Promise<Person> {
  const token = signedIn.get(who) ?? tokenOf(logins[who], password);
  signedIn.set(who, token);
  return personOf(await token);
}

/** Somebody made in the course of a journey. */
export async function newPerson(login: string, words: string): Promise<Person> {
  return personOf(await tokenOf(login, words));
}

function personOf(token: string): Person {
  const authorization = `Bearer ${token}`;
  const send = (method: string, path: string, init: RequestInit = {}) =>
    fetch(`${server().baseUrl}/api/v1${path}`, { method, ...init, headers: { authorization, ...init.headers } });
  const read = async <T>(answer: Response): Promise<T> => {
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  return {
    get: async (path) => read(await send('GET', path)),
    async post(path, body = {}) {
      const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
      return read(await send('POST', path, { body: JSON.stringify(body), headers }));
    },
    delete: async (path) => read(await send('DELETE', path)),
    async upload(photo) {
      const form = new FormData();
      form.set('photo', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'photo.jpg');
      return (await read<{ id: string }>(await send('POST', '/photos', { body: form }))).id;
    },
    status: async (path) => (await send('GET', path)).status,
  };
}

const bodyOfProperty = '邻安物业';

/** The id of a body on duty in the community, by a part of its name. */
export async function organizationNamed(name: string): Promise<string> {
  const staff = await person('staff');
  const { organizations } = await staff.get<{ organizations: { id: string; name: string }[] }>('/organizations');
  const found = organizations.find((one) => one.name.includes(name));
  if (!found) throw new Error(`no body called ${name}`);
  return found.id;
}

export type Stage = 'submitted' | 'accepted' | 'assigned' | 'in_progress' | 'resolved' | 'closed';
const stages: readonly Stage[] = ['submitted', 'accepted', 'assigned', 'in_progress', 'resolved', 'closed'];

/** A request of the resident that has come as far as `stage`, each step taken by whoever takes it. */
export async function caseAt(stage: Stage, words: string): Promise<Case> {
  const [resident, staff, handler] = await Promise.all([person('resident'), person('staff'), person('handler')]);
  const raised = await resident.post<Case>('/cases', { body: words });
  const to = `/cases/${raised.id}`;
  const steps: readonly (() => Promise<Case>)[] = [
    () => staff.post(`${to}/acceptance`),
    async () => staff.post(`${to}/assignments`, { organizationId: await organizationNamed(bodyOfProperty) }),
    () => handler.post(`${to}/receipt`),
    () => handler.post(`${to}/resolution`, { words: '换了灯泡，试过了。' }),
    () => resident.post(`${to}/confirmation`, { solved: true, satisfaction: 5 }),
  ];
  let now = raised;
  for (const step of steps.slice(0, stages.indexOf(stage))) now = await step();
  return now;
}
