import fc from 'fast-check';
import { type FuzzedRequest, type KnownIds, type OpenApi, requestsFor } from './fuzz-requests.ts';
import { openCasePlacer } from './test-cases.ts';
import { type Person, people, type TestStreet } from './test-street.ts';

// Streams never end by themselves, and who signs out cannot ask any more.
const left = ['GET /api/v1/notices/stream', 'DELETE /api/v1/sessions/current'];
const telling = /node_modules|\bat \S+ \(|\.ts:\d+|select .* from|insert into|violates|constraint|syntax error at/i;

// Those who may do much ask more often: a refusal for the role hides what lies behind it.
const askers: readonly (Person | undefined)[] = [
  ...(Object.keys(people) as Person[]),
  ...(['xu', 'xu', 'xu', 'wu', 'wu', 'chen', 'zheng', 'zheng'] as const),
  undefined,
];

export interface FuzzResult {
  statuses: Record<string, number>;
  /** What should never have been answered, with the request that brought it about. */
  faults: string[];
}

/** Sends made-up requests as people of every role and looks at each answer (BARS S5). */
export async function fuzz(street: TestStreet, requests: number, seed: number): Promise<FuzzResult> {
  const document = (await street.stranger.get('/api/openapi.json')).body as unknown as OpenApi;
  const ids = await knownIds(street, Object.keys(document.paths));
  const drawn = fc.sample(fc.tuple(requestsFor(document, ids, left), fc.constantFrom(...askers)), {
    numRuns: requests,
    seed,
  });
  const result: FuzzResult = { statuses: {}, faults: [] };
  const next = drawn.values();
  await Promise.all(Array.from({ length: 8 }, () => work(street, document, next, result)));
  return result;
}

async function knownIds(street: TestStreet, paths: readonly string[]): Promise<KnownIds> {
  const placer = await openCasePlacer(street);
  const cases: string[] = [];
  for (const state of ['submitted', 'accepted', 'assigned', 'in_progress', 'resolved', 'closed'] as const) {
    for (let n = 0; n < 8; n++)
      cases.push(await placer.place({ raiser: 'chen', area: 'wenti.1', body: 'wentiDesk', state }));
  }
  await placer.close();
  const areas = ['street', 'wenti', 'wenti.1', 'wenti.1.unit.1', 'pinghu'].map(street.area);
  const bodies = ['wentiDesk', 'property', 'office'].map(street.body);
  const categories = ['safety', 'safety.gas'].map(street.category);
  const named = {
    areaId: areas,
    homeAreaId: areas,
    area: areas,
    parent: areas,
    organizationId: bodies,
    handler: bodies,
  };
  const byPath = Object.fromEntries(
    paths.map((path) => [path, path.includes('/cases/') ? cases : path.includes('/areas/') ? areas : []]),
  );
  const known: KnownIds = {
    ...named,
    categoryId: categories,
    category: categories,
    roleId: [street.role('居民')],
    any: [...cases, ...areas],
  };
  for (const [path, found] of Object.entries(byPath)) if (found.length > 0) known[path] = found;
  return known;
}

async function work(
  street: TestStreet,
  document: OpenApi,
  next: Iterator<[FuzzedRequest, Person | undefined]>,
  result: FuzzResult,
): Promise<void> {
  for (let step = next.next(); !step.done; step = next.next()) {
    const [request, person] = step.value;
    const token = person ? await street.token(person) : undefined;
    const answer = await street.app.inject({
      method: request.method as 'GET',
      url: request.address,
      headers: { ...request.headers, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(request.payload === undefined ? {} : { payload: request.payload }),
    });
    const { statusCode: status, body, headers } = answer;
    result.statuses[status] = (result.statuses[status] ?? 0) + 1;
    const responses = document.paths[request.path]?.[request.method.toLowerCase()]?.responses ?? {};
    const faults: string[] = [];
    if (status >= 500) faults.push('a fault of ours');
    if (!(status in responses) && !(`${String(status)[0]}XX` in responses)) faults.push('an undocumented status');
    if (status >= 400 && !String(headers['content-type']).startsWith('application/problem+json'))
      faults.push('not a problem document');
    if (status >= 400 && telling.test(body)) faults.push('tells of our insides');
    for (const fault of faults) {
      const asked = `${request.method} ${request.address} ${request.payload ?? ''} as ${person ?? 'nobody'}`;
      result.faults.push(`${status} ${fault}: ${asked.slice(0, 400)} → ${body.slice(0, 200)}`);
    }
  }
}
