import { AreaDetail, Areas, AreasQuery, Located, LocateQuery } from '../../../contract/areas.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import { areaDetail, areaList, locate } from './reports.ts';

export function areasRoutes(): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/areas',
      summary: 'Areas below an area, or of one tier',
      permission: 'area.read',
      query: AreasQuery,
      reply: Areas,
      handle: ({ tx, query, language }) => areaList(tx, query.parent, query.tier, language),
    }),
    route({
      method: 'GET',
      path: '/areas/locate',
      summary: 'The grid and the buildings at a position (WGS-84)',
      permission: 'area.read',
      query: LocateQuery,
      reply: Located,
      handle: ({ tx, query }) => locate(tx, query),
    }),
    route({
      method: 'GET',
      path: '/areas/:id',
      summary: 'One area with its ancestors',
      permission: 'area.read',
      params: IdParams,
      reply: AreaDetail,
      problems: ['areas.not_found'],
      handle: ({ tx, params, language }) => areaDetail(tx, params.id, language),
    }),
  ];
}
