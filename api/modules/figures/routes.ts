import { z } from 'zod';
import { CaseMetric } from '../../../contract/cases.ts';
import { FigureQuery, FigureRecords, Overview, OverviewQuery } from '../../../contract/figures.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { overviewOf, recordsOf } from './reports.ts';

export function figuresRoutes(world: World): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/case-overview',
      summary: 'Counts, the three rates and their course in an area and a period',
      permission: 'figure.read',
      query: OverviewQuery,
      reply: Overview,
      problems: ['figures.unknown_area', 'figures.period_reversed'],
      handle: (call) => overviewOf(call, call.query),
    }),
    route({
      method: 'GET',
      path: '/case-figures/:metric/records',
      summary: 'The records behind one figure',
      permission: 'figure.read',
      params: z.strictObject({ metric: CaseMetric }),
      query: FigureQuery,
      reply: FigureRecords,
      problems: ['figures.unknown_area', 'figures.period_reversed', 'request.bad_cursor'],
      handle: (call) => recordsOf(call, world, call.params.metric, call.query),
    }),
  ];
}
