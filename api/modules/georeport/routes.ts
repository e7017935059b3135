import type { FastifyReply } from 'fastify';
import {
  FileParams,
  georeportProblems,
  JurisdictionQuery,
  PostRequest,
  RequestsQuery,
} from '../../../contract/georeport.ts';
import { fail } from '../../kernel/problem.ts';
import { type AnyRoute, openRoute } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { actorOfKey, postRequest } from './actions.ts';
import { definitionXml, findRequests, jurisdiction, listServices, type Service, toXml } from './reports.ts';
import { type Format, nameAndFormat } from './rules.ts';

const base = '/open311/v2';
const common = ['georeport.unknown_jurisdiction', 'georeport.unknown_format'];
const either = 'application/json, text/xml';

/** Open311 GeoReport v2: an application that speaks it works here as with any other city. */
export function georeportRoutes(world: World): AnyRoute[] {
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
          const services = await listServices(world, query.jurisdiction_id, language);
          return list(format, ['services', 'service'], services, reply);
        }
        if (name !== 'requests') throw fail(georeportProblems, 'georeport.unknown_format');
        const entries = await findRequests(world, query, language, now);
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
      problems: [...common, 'georeport.unknown_service'],
      async handle({ params, query, language, reply }) {
        const { name, format } = fileOf(params.file);
        const services = await listServices(world, query.jurisdiction_id, language);
        const service = services.find(({ service_code }) => service_code === name);
        if (!service) throw fail(georeportProblems, 'georeport.unknown_service');
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
      problems: [...common, 'georeport.unknown_request'],
      async handle({ params, query, language, now, reply }) {
        const { name, format } = fileOf(params.file);
        const asked = { ...query, service_request_id: name, page: 1, page_size: 1 };
        const entries = await findRequests(world, asked, language, now);
        if (entries.length === 0) throw fail(georeportProblems, 'georeport.unknown_request');
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
      problems: [...common, 'georeport.key_needed', 'georeport.unknown_service', 'cases.place_needed'],
      async handle({ params, query, body, reply }) {
        const { name, format } = fileOf(params.file);
        if (name !== 'requests') throw fail(georeportProblems, 'georeport.unknown_format');
        const tenantId = await jurisdiction(world, body.jurisdiction_id ?? query.jurisdiction_id);
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
  if (!asked) throw fail(georeportProblems, 'georeport.unknown_format');
  return asked;
}

function definition(format: Format, { service_code }: Service, reply: FastifyReply) {
  if (format === 'json') {
    return reply.type('application/json; charset=utf-8').send(JSON.stringify({ service_code, attributes: [] }));
  }
  return reply.type('text/xml; charset=utf-8').send(definitionXml(service_code));
}
