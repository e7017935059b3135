import * as contract from '../../../contract/areas.ts';
import { areasProblems } from '../../../contract/areas.ts';
import { IdParams } from '../../../contract/wire.ts';
import { toWgs84 } from '../../kernel/device-position.ts';
import { fail } from '../../kernel/problem.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import * as actions from './actions.ts';
import { areaDetail, areaHistory, areaList, areaMatches, kindList, locate } from './reports.ts';

const editing = ['areas.not_found', 'areas.not_yours', 'areas.closed', 'request.precondition_failed'];

export function areasRoutes(world: World): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/areas',
      summary: 'Areas below an area, or of one tier',
      permission: 'area.read',
      query: contract.AreasQuery,
      reply: contract.Areas,
      handle: ({ tx, query, language }) => areaList(tx, query, language),
    }),
    route({
      method: 'POST',
      path: '/areas',
      summary: 'Add an area below another',
      permission: 'area.edit',
      body: contract.AddArea,
      reply: contract.AreaDetail,
      status: 201,
      etag: true,
      problems: [
        ...editing,
        'areas.unknown_kind',
        'areas.wrong_level',
        'areas.code_taken',
        'areas.codes_used_up',
        'areas.name_taken',
      ],
      handle: async (call) =>
        areaDetail(call.tx, await actions.addArea(call, world, call.body), call.now, call.language),
    }),
    route({
      method: 'GET',
      path: '/areas/locate',
      summary: 'The grid and the buildings at a position',
      permission: 'area.read',
      query: contract.LocateQuery,
      reply: contract.Located,
      handle: ({ tx, query }) => locate(tx, toWgs84(query)),
    }),
    route({
      method: 'GET',
      path: '/areas/matches',
      summary: 'Areas whose name, place or code has the words in it',
      permission: 'area.read',
      query: contract.AreaMatchesQuery,
      reply: contract.AreaMatches,
      handle: ({ tx, query }) => areaMatches(tx, query.q),
    }),
    route({
      method: 'GET',
      path: '/area-kinds',
      summary: 'What this street calls its areas',
      permission: 'area.read',
      reply: contract.AreaKinds,
      handle: ({ tx, language }) => kindList(tx, language),
    }),
    route({
      method: 'GET',
      path: '/areas/:id',
      summary: 'One area: where it stands, who answers for it, what is in it, what it came out of',
      permission: 'area.read',
      params: IdParams,
      reply: contract.AreaDetail,
      etag: true,
      problems: ['areas.not_found'],
      handle: ({ tx, params, now, language }) => areaDetail(tx, params.id, now, language),
    }),
    route({
      method: 'PATCH',
      path: '/areas/:id',
      summary: 'Rename an area, put labels on it',
      permission: 'area.edit',
      params: IdParams,
      body: contract.EditArea,
      reply: contract.AreaDetail,
      etag: true,
      ifMatch: 'required',
      problems: [...editing, 'areas.name_taken'],
      handle: async (call) => {
        await actions.editArea(call, world, call.params.id, call.body, call.version);
        return areaDetail(call.tx, call.params.id, call.now, call.language);
      },
    }),
    route({
      method: 'GET',
      path: '/areas/:id/history',
      summary: 'What was done to an area, by whom, the newest first',
      permission: 'area.history',
      params: IdParams,
      reply: contract.AreaHistory,
      problems: ['areas.not_found'],
      handle: ({ tx, params }) => areaHistory(tx, params.id),
    }),
    route({
      method: 'GET',
      path: '/areas/:id/next-code',
      summary: 'The code the rules propose for a new area below this one',
      permission: 'area.edit',
      params: IdParams,
      query: contract.NextCodeQuery,
      reply: contract.NextCode,
      problems: ['areas.not_found', 'areas.unknown_kind', 'areas.wrong_level', 'areas.codes_used_up'],
      async handle(call) {
        const parent = await actions.areaFor(call, call.params.id, undefined);
        const kind = await actions.kindBelow(call, call.query.kindId, parent);
        return { code: await actions.proposedCode(call, parent, kind, call.query.name ?? '') };
      },
    }),
    route({
      method: 'PATCH',
      path: '/areas/:id/boundary',
      summary: 'Draw the boundary of an area: GeoJSON in WGS-84, GCJ-02 or BD-09',
      permission: 'area.edit',
      params: IdParams,
      body: contract.DrawBoundary,
      reply: contract.DrawnBoundary,
      etag: true,
      ifMatch: 'required',
      problems: [...editing, 'areas.broken_boundary'],
      handle: (call) => actions.drawBoundary(call, call.params.id, call.body, call.version),
    }),
    route({
      method: 'GET',
      path: '/areas/:id/boundary',
      summary: 'The boundary of an area as a GeoJSON feature',
      permission: 'area.read',
      params: IdParams,
      reply: contract.BoundaryFeature,
      problems: ['areas.not_found'],
      async handle({ tx, params, now, language }) {
        const { name, code, boundary } = await areaDetail(tx, params.id, now, language);
        if (!boundary) throw fail(areasProblems, 'areas.not_found');
        return { type: 'Feature' as const, properties: { name, code }, geometry: boundary };
      },
    }),
  ];
}
