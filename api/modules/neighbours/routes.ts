import { z } from 'zod';
import { Empty } from '../../../contract/handling.ts';
import * as contract from '../../../contract/neighbours.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseVerb } from '../cases/index.ts';
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
    caseVerb(
      world,
      {
        noun: 'merging',
        summary: 'Merge it, and others about the same, into one that goes on',
        permission: 'case.merge',
        body: contract.MergeCase,
        problems: [...ofMerging, 'neighbours.merged_into_itself'],
      },
      (call, id) => actions.mergeCases(call, world, id, call.body, call.version),
    ),
    caseVerb(
      world,
      {
        noun: 'unmerging',
        summary: 'Take a merger back within 24 hours',
        permission: 'case.merge',
        body: Empty,
        problems: [...ofMerging, 'neighbours.merge_settled'],
      },
      (call, id) => actions.unmergeCase(call, world, id, call.version),
    ),
  ];
}
