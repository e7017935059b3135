import fc, { type Arbitrary } from 'fast-check';

/** The parts of an OpenAPI document that requests are made from. */
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
}
interface Operation {
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
  description?: string;
}
interface Schema {
  /** Several: `boolean` or `null`. */
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
}

export interface FuzzedRequest {
  method: string;
  /** As in the document: `/api/v1/cases/{id}`. */
  path: string;
  address: string;
  headers: Record<string, string>;
  payload: string | undefined;
}

const nasty = [
  ...['\u0000', '\ud800', '0000-01-01', '9999-12-31', '2026-02-30', '2026-01-01T00:00:00+23:59', '-1', '1e308', ''],
  ...["' or 1=1 --", '$(id)', '../../etc/passwd', '%00', '<script>', '🙂'.repeat(40), '长'.repeat(5_000), '__proto__'],
];
/** Ids of things that are there, by the name of the field that asks for one; `any` for every other field. */
export type KnownIds = Record<string, readonly string[]> & { any: readonly string[] };

const junk: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...nasty, null, true, 0, -1, 1e21, [], {}, [[]], { constructor: 1 }),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

function text(schema: Schema, ids: KnownIds, name: string): Arbitrary<unknown> {
  if (schema.format === 'uuid')
    return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...(ids[name] ?? ids.any)) }, fc.uuid({ version: 7 }));
  if (schema.format === 'date') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  if (schema.format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  const minLength = schema.minLength ?? 0;
  return fc.string({
    unit: 'grapheme',
    minLength,
    maxLength: Math.max(minLength, Math.min(schema.maxLength ?? 60, 200)),
  });
}

function fitting(schema: Schema, ids: KnownIds, name = ''): Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => fitting(one, ids, name)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => fitting({ ...schema, type }, ids, name)));
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'string') return text(schema, ids, name);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer')
    return fc.integer({ min: Math.max(schema.minimum ?? -100, -1e6), max: Math.min(schema.maximum ?? 1e6, 1e6) });
  if (schema.type === 'number')
    return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
  if (schema.type === 'array') return fc.array(fitting(schema.items ?? {}, ids, name), { maxLength: 4 });
  if (schema.type !== 'object') return junk;
  if (!schema.properties)
    return fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ maxLength: 30 }), { maxKeys: 3 });
  const parts = Object.fromEntries(
    Object.entries(schema.properties).map(([key, one]) => [key, fitting(one, ids, key)]),
  );
  return fc.record(parts, { requiredKeys: schema.required ?? [] });
}

/** Mostly what the schema asks for, sometimes with a part that is not. */
function nearly(schema: Schema, ids: KnownIds): Arbitrary<unknown> {
  const right = fitting(schema, ids);
  const spoilt = fc
    .tuple(right, fc.constantFrom(...Object.keys(schema.properties ?? {}), 'extra'), junk)
    .map(([value, key, wrong]) =>
      value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value, [key]: wrong } : wrong,
    );
  return fc.oneof({ weight: 5, arbitrary: right }, { weight: 3, arbitrary: spoilt }, { weight: 1, arbitrary: junk });
}

const asText = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function operation(
  path: string,
  method: string,
  { parameters = [], requestBody }: Operation,
  ids: KnownIds,
): Arbitrary<FuzzedRequest> {
  const places = Object.fromEntries(
    parameters.map(({ name, in: where, schema }) => [
      `${where}.${name}`,
      fc.oneof(
        { weight: 12, arbitrary: fitting(schema, ids, where === 'path' ? path : name) },
        { weight: 1, arbitrary: junk },
      ),
    ]),
  );
  const needed = parameters.filter(({ in: where }) => where === 'path').map(({ name }) => `path.${name}`);
  const bodySchema = requestBody?.content['application/json']?.schema;
  const body = bodySchema ? nearly(bodySchema, ids) : fc.constant(undefined);
  const spoil = fc.constantFrom(...Array.from({ length: 20 }, () => ''), '{', 'not json');
  const headers = fc.record(
    {
      'idempotency-key': fc.oneof(fc.uuid(), fc.constantFrom('short', 'ü'.repeat(10), 'same-key-always')),
      'if-match': fc.constantFrom(
        ...Array.from({ length: 8 }, () => '"1"'),
        '"2"',
        '*',
        'W/"1"',
        '"999999999999"',
        'x',
      ),
      'accept-language': fc.constantFrom('en', 'zh-TW', 'zh', 'xx;q=0.1', ','),
    },
    { requiredKeys: [] },
  );
  return fc
    .record({ places: fc.record(places, { requiredKeys: needed }), body, spoil, headers, stray: fc.boolean() })
    .map((drawn) => {
      const at = (where: string) => Object.entries(drawn.places).filter(([name]) => name.startsWith(`${where}.`));
      let address = path;
      for (const [name, value] of at('path'))
        address = address.replace(`{${name.slice(5)}}`, encoded(asText(value) || '-'));
      const query = at('query').map(([name, value]) => `${name.slice(6)}=${encoded(asText(value))}`);
      if (drawn.stray && query.length > 2) query.push('stray=1');
      const payload = bodySchema ? drawn.spoil || JSON.stringify(drawn.body) : undefined;
      return {
        ...{ method: method.toUpperCase(), path, payload },
        address: `${address}${query.length > 0 ? `?${query.join('&')}` : ''}`,
        headers: {
          ...drawn.headers,
          ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        } as Record<string, string>,
      };
    });
}

function encoded(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}

/** Requests to every operation of the document but those `left` names (`GET /api/v1/…`), with `ids` of things that are there. */
export function requestsFor(document: OpenApi, ids: KnownIds, left: readonly string[]): Arbitrary<FuzzedRequest> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => !left.includes(`${method.toUpperCase()} ${path}`))
      .map(([method, one]) => operation(path, method, one, ids)),
  );
  return fc.oneof(...operations);
}
