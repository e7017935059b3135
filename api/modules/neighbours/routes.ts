import { z } from 'zod';
import { Case } from '../../../contract/cases.ts';
import { Empty } from '../../../contract/handling.ts';
import * as contract from '../../../contract/neighbours.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseView } from '../cases/index.ts';
import * as actions from './actions.ts';
import * as reports from './reports.ts';

export function neighboursRoutes(world: World): AnyRoute[] {
  return [...following(world), ...merging(world)];
}

function following(world: World): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/similar-cases',
      summary: 'Open cases close by that may be what is being typed, at most five',
      permission: 'case.join',
      query: contract.SimilarQuery,
      reply: contract.SimilarCases,
      handle: (call) => reports.similarCases(call, world, call.query),
    }),
    route({
      method: 'POST',
      path: '/cases/:id/following',
      summary: 'Me too: follow it',
      permission: 'case.join',
      params: IdParams,
      body: Empty,
      reply: contract.NeighbourCase,
      status: 201,
      problems: ['neighbours.not_found', 'neighbours.own_case'],
      handle: async (call) => {
        await actions.joinCase(call, call.params.id);
        return reports.joinedView(call, call.params.id);
      },
    }),
    route({
      method: 'DELETE',
      path: '/cases/:id/following',
      summary: 'Follow it no longer',
      permission: 'case.join',
      params: IdParams,
      reply: z.null(),
      status: 204,
      problems: ['neighbours.not_found'],
      handle: async (call) => {
        await actions.leaveCase(call, call.params.id);
        return null;
      },
    }),
    route({
      method: 'GET',
      path: '/followed-cases',
      summary: 'Cases I follow, the newest first',
      permission: 'case.join',
      query: contract.FollowedQuery,
      reply: contract.FollowedCases,
      handle: (call) => reports.followedPage(call, call.query),
    }),
    route({
      method: 'GET',
      path: '/followed-cases/:id',
      summary: 'One case I follow, as a neighbour sees it',
      permission: 'case.join',
      params: IdParams,
      reply: contract.NeighbourCase,
      problems: ['neighbours.not_found'],
      handle: (call) => reports.followedView(call, call.params.id),
    }),
  ];
}

const ofMerging = ['cases.not_found', 'cases.not_yours_to_move', 'cases.illegal_move'];

function merging(world: World): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/cases/:id/similar-cases',
      summary: 'Open cases close by that may be the same as this one',
      permission: 'case.merge',
      params: IdParams,
      reply: contract.SimilarCases,
      problems: ['cases.not_found'],
      handle: (call) => reports.similarTo(call, world, call.params.id),
    }),
    route({
      method: 'POST',
      path: '/cases/:id/merging',
      summary: 'Merge it, and others about the same, into one that goes on',
      permission: 'case.merge',
      params: IdParams,
      body: contract.MergeCase,
      reply: Case,
      status: 201,
      etag: true,
      ifMatch: 'optional',
      problems: [...ofMerging, 'neighbours.merged_into_itself'],
      handle: async (call) => {
        await actions.mergeCases(call, world, call.params.id, call.body, call.version);
        return caseView(call, world, call.params.id);
      },
    }),
    route({
      method: 'POST',
      path: '/cases/:id/unmerging',
      summary: 'Take a merger back within 24 hours',
      permission: 'case.merge',
      params: IdParams,
      body: Empty,
      reply: Case,
      status: 201,
      etag: true,
      ifMatch: 'optional',
      problems: [...ofMerging, 'neighbours.merge_settled'],
      handle: async (call) => {
        await actions.unmergeCase(call, world, call.params.id, call.version);
        return caseView(call, world, call.params.id);
      },
    }),
  ];
}
