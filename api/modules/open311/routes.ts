import type { FastifyReply } from 'fastify';
import {
  FileParams,
  JurisdictionQuery,
  open311Problems,
  PostRequest,
  RequestsQuery,
} from '../../../contract/open311.ts';
import type { Tx } from '../../kernel/db.ts';
import { fail } from '../../kernel/problem.ts';
import { type AnyRoute, openRoute } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { streetsView } from '../accounts/index.ts';
import { categoryTree } from '../cases/index.ts';
import { actorOfKey, postRequest } from './actions.ts';
import { publicCases } from './queries.ts';
import { type Service, serviceRequest, servicesOf } from './reports.ts';
import { definitionXml, type Format, nameAndFormat, toXml } from './rules.ts';

const dayMs = 86_400_000;
const base = '/open311/v2';
const common = ['open311.unknown_jurisdiction', 'open311.unknown_format'];
const either = 'application/json, text/xml';

/** Open311 GeoReport v2: an application that speaks it works here as with any other city. */
export function open311Routes(world: World): AnyRoute[] {
  async function tenantOf(code: string | undefined): Promise<string> {
    const { streets } = await streetsView(world);
    const street = code ? streets.find((one) => one.code === code) : streets.length === 1 ? streets[0] : undefined;
    if (!street) throw fail(open311Problems, 'open311.unknown_jurisdiction');
    return street.id;
  }
  const reading = async <T>(code: string | undefined, work: (tx: Tx) => Promise<T>): Promise<T> =>
    world.db.transaction({ tenantId: await tenantOf(code), accountId: null, reach: [] }, work);

  function list(format: Format, names: readonly [string, string], entries: readonly object[], reply: FastifyReply) {
    if (format === 'json') return reply.type('application/json; charset=utf-8').send(JSON.stringify(entries));
    return reply.type('text/xml; charset=utf-8').send(toXml(...names, entries));
  }

  return [
    openRoute({
      method: 'GET',
      path: `${base}/:file`,
      summary: 'Open311: `services` and `requests`, as .json or .xml',
      access: 'public',
      params: FileParams,
      query: RequestsQuery,
      produces: either,
      problems: common,
      async handle({ params, query, language, now, reply }) {
        const { name, format } = fileOf(params.file);
        if (name === 'services') {
          const tree = await reading(query.jurisdiction_id, (tx) => categoryTree(tx, language));
          return list(format, ['services', 'service'], servicesOf(tree.categories), reply);
        }
        if (name !== 'requests') throw fail(open311Problems, 'open311.unknown_format');
        const to = query.end_date ?? now.toISOString();
        const rows = await reading(query.jurisdiction_id, (tx) =>
          publicCases(tx, {
            ...query,
            numbers: query.service_request_id?.split(',').map((one) => one.trim()),
            codes: query.service_code?.split(',').map((one) => one.trim()),
            from: query.start_date ?? new Date(Date.parse(to) - 90 * dayMs),
            to,
          }),
        );
        const entries = rows.map((row) => serviceRequest(row, language));
        return list(format, ['service_requests', 'request'], entries, reply);
      },
    }),
    openRoute({
      method: 'GET',
      path: `${base}/services/:file`,
      summary: 'Open311: what a service asks for besides; nothing',
      access: 'public',
      params: FileParams,
      query: JurisdictionQuery,
      produces: either,
      problems: [...common, 'open311.unknown_service'],
      async handle({ params, query, language, reply }) {
        const { name, format } = fileOf(params.file);
        const tree = await reading(query.jurisdiction_id, (tx) => categoryTree(tx, language));
        const service = servicesOf(tree.categories).find(({ service_code }) => service_code === name);
        if (!service) throw fail(open311Problems, 'open311.unknown_service');
        return definition(format, service, reply);
      },
    }),
    openRoute({
      method: 'GET',
      path: `${base}/requests/:file`,
      summary: 'Open311: one request that was made public',
      access: 'public',
      params: FileParams,
      query: JurisdictionQuery,
      produces: either,
      problems: [...common, 'open311.unknown_request'],
      async handle({ params, query, language, now, reply }) {
        const { name, format } = fileOf(params.file);
        const asked = { numbers: [name], codes: undefined, from: now, to: now, page: 1, page_size: 1 };
        const rows = await reading(query.jurisdiction_id, (tx) => publicCases(tx, { ...asked, status: undefined }));
        if (rows.length === 0) throw fail(open311Problems, 'open311.unknown_request');
        const entries = rows.map((row) => serviceRequest(row, language));
        return list(format, ['service_requests', 'request'], entries, reply);
      },
    }),
    openRoute({
      method: 'POST',
      path: `${base}/:file`,
      summary: 'Open311: raise a request, as a form; api_key is the token of a session',
      access: 'public',
      params: FileParams,
      query: JurisdictionQuery,
      body: PostRequest,
      consumes: 'application/x-www-form-urlencoded',
      produces: either,
      status: 201,
      problems: [...common, 'open311.key_needed', 'open311.unknown_service', 'cases.place_needed'],
      async handle({ params, query, body, reply }) {
        const { name, format } = fileOf(params.file);
        if (name !== 'requests') throw fail(open311Problems, 'open311.unknown_format');
        const tenantId = await tenantOf(body.jurisdiction_id ?? query.jurisdiction_id);
        const actor = await actorOfKey(world, body.api_key, tenantId);
        const number = await postRequest(world, actor, body);
        const entry = { service_request_id: number, service_notice: '', account_id: '' };
        return list(format, ['service_requests', 'request'], [entry], reply.code(201));
      },
    }),
  ];
}

function fileOf(file: string): { name: string; format: Format } {
  const asked = nameAndFormat(file);
  if (!asked) throw fail(open311Problems, 'open311.unknown_format');
  return asked;
}

function definition(format: Format, { service_code }: Service, reply: FastifyReply) {
  if (format === 'json') {
    return reply.type('application/json; charset=utf-8').send(JSON.stringify({ service_code, attributes: [] }));
  }
  return reply.type('text/xml; charset=utf-8').send(definitionXml(service_code));
}
