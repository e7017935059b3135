import * as contract from '../../../contract/redistricting.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import * as actions from './actions.ts';

const always = ['areas.not_found', 'areas.not_yours', 'areas.closed', 'request.precondition_failed'];

export function redistrictingRoutes(world: World): AnyRoute[] {
  const changing = {
    method: 'POST' as const,
    params: IdParams,
    reply: contract.Redistricted,
    status: 201 as const,
    ifMatch: 'required' as const,
  };
  return [
    route({
      ...changing,
      path: '/areas/:id/split',
      summary: 'Split an area; the old one is closed and keeps its past',
      permission: 'area.arrange',
      body: contract.SplitArea,
      problems: [
        ...always,
        'areas.name_taken',
        'areas.code_taken',
        'redistricting.not_divisible',
        'redistricting.left_over',
        'redistricting.given_twice',
      ],
      handle: (call) => actions.splitArea(call, world, call.params.id, call.body, call.version),
    }),
    route({
      method: 'POST',
      path: '/area-mergers',
      summary: 'Merge areas that stand side by side into a new one',
      permission: 'area.arrange',
      body: contract.MergeAreas,
      reply: contract.Redistricted,
      status: 201,
      problems: [
        ...always,
        'areas.name_taken',
        'areas.code_taken',
        'redistricting.not_divisible',
        'redistricting.not_alike',
      ],
      handle: (call) => actions.mergeAreas(call, world, call.body),
    }),
    route({
      ...changing,
      path: '/areas/:id/moves',
      summary: 'Hang an area with all below it under another',
      permission: 'area.edit',
      body: contract.MoveArea,
      problems: [...always, 'areas.wrong_level', 'areas.name_taken', 'redistricting.same_place'],
      handle: (call) => actions.moveArea(call, world, call.params.id, call.body, call.version),
    }),
    route({
      ...changing,
      path: '/areas/:id/closure',
      summary: 'Take an area with all below it out of use',
      permission: 'area.edit',
      body: contract.CloseArea,
      problems: [...always, 'redistricting.open_cases', 'redistricting.people_there'],
      handle: (call) => actions.closeArea(call, world, call.params.id, call.body, call.version),
    }),
  ];
}
