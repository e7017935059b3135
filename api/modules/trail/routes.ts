import { Timeline } from '../../../contract/trail.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { timelineView } from './reports.ts';

export function trailRoutes(world: World): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/cases/:id/timeline',
      summary: 'Who did what, oldest first',
      permission: 'case.read',
      params: IdParams,
      reply: Timeline,
      problems: ['cases.not_found'],
      handle: (call) => timelineView(call, world, call.params.id),
    }),
  ];
}
