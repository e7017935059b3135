import * as contract from '../../../contract/publication.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, openRoute } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseVerb } from '../cases/index.ts';
import { publishCase } from './actions.ts';
import * as reports from './reports.ts';

export function publicationRoutes(world: World): AnyRoute[] {
  return [
    caseVerb(
      world,
      {
        noun: 'publication',
        summary: 'Show it to the neighbours, or no longer',
        permission: 'case.publish',
        body: contract.PublishCase,
        problems: ['publication.reason_needed', 'publication.taken_back'],
      },
      (call, id) => publishCase(call, world, id, call.body, call.version),
    ),
    openRoute({
      method: 'GET',
      path: '/public-cases',
      summary: 'What neighbours made public, the newest first',
      access: 'public',
      query: contract.PublicCasesQuery,
      reply: contract.PublicCases,
      problems: ['publication.unknown_street'],
      handle: ({ actor, language, query }) => {
        const { street, ...asked } = query;
        return reports.publicPage(world, { actor, language, street }, asked);
      },
    }),
    openRoute({
      method: 'GET',
      path: '/public-cases/:id',
      summary: 'One public case',
      access: 'public',
      params: IdParams,
      query: contract.PublicQuery,
      reply: contract.PublicCase,
      problems: ['publication.unknown_street', 'publication.not_found'],
      handle: ({ actor, language, query, params }) =>
        reports.publicView(world, { actor, language, street: query.street }, params.id),
    }),
    openRoute({
      method: 'GET',
      path: '/public-plan',
      summary: 'The street as a drawing, with how many public cases lie where',
      access: 'public',
      query: contract.PublicQuery,
      reply: contract.PublicPlan,
      problems: ['publication.unknown_street'],
      handle: ({ actor, language, query }) => reports.planView(world, { actor, language, street: query.street }),
    }),
  ];
}
