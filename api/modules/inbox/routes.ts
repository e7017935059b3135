import { z } from 'zod';
import { CaseCounts, Cases, CasesQuery, SavedFilter, SavedFilters, SaveFilter } from '../../../contract/inbox.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { forgetFilter, saveFilter } from './actions.ts';
import { caseCounts, casePage, myFilters } from './reports.ts';

export function inboxRoutes(world: World): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/cases',
      summary: 'A page of the cases I may see',
      permission: 'case.read',
      query: CasesQuery,
      reply: Cases,
      problems: ['request.bad_cursor'],
      handle: (call) => casePage(call, world, call.query),
    }),
    route({
      method: 'GET',
      path: '/cases/counts',
      summary: 'How many each standing filter lists',
      permission: 'case.read',
      reply: CaseCounts,
      handle: (call) => caseCounts(call, world),
    }),
    route({
      method: 'GET',
      path: '/case-filters',
      summary: 'My saved filters',
      permission: 'signed_in',
      reply: SavedFilters,
      handle: async ({ tx }) => ({ filters: await myFilters(tx) }),
    }),
    route({
      method: 'POST',
      path: '/case-filters',
      summary: 'Save a filter',
      permission: 'signed_in',
      body: SaveFilter,
      reply: SavedFilter,
      status: 201,
      problems: ['inbox.filter_name_taken'],
      handle: (call) => saveFilter(call, call.body),
    }),
    route({
      method: 'DELETE',
      path: '/case-filters/:id',
      summary: 'Forget a saved filter',
      permission: 'signed_in',
      params: IdParams,
      reply: z.null(),
      status: 204,
      problems: ['inbox.filter_not_found'],
      handle: async (call) => {
        await forgetFilter(call, call.params.id);
        return null;
      },
    }),
  ];
}
