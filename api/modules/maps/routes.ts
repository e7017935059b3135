import { BaseMapAnswer } from '../../../contract/maps.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { baseMapOf } from './rules.ts';

export function mapsRoutes(world: World): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/base-map',
      summary: 'The tiles that lie under maps, where the street has a key',
      permission: 'signed_in',
      reply: BaseMapAnswer,
      handle: async () => ({ baseMap: baseMapOf(world.config.tiles) }),
    }),
  ];
}
