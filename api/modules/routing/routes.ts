import { z } from 'zod';
import * as contract from '../../../contract/routing.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import * as actions from './actions.ts';
import { ruleFor, rulesView } from './reports.ts';

const problems = ['routing.empty', 'routing.unknown', 'routing.taken'];

export function routingRoutes(): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/routing-rules',
      summary: 'Whom cases go to by place and category',
      permission: 'routing.read',
      reply: contract.RoutingRules,
      handle: async ({ tx, language, now }) => ({ rules: await rulesView(tx, language, now) }),
    }),
    route({
      method: 'GET',
      path: '/routing-proposals',
      summary: 'The rule that decides for a place and a category',
      permission: 'routing.read',
      query: contract.RoutingQuestion,
      reply: contract.RoutingProposal,
      handle: async ({ tx, query, language, now }) => {
        const asked = { areaId: query.area ?? null, categoryId: query.category ?? null };
        return { rule: (await ruleFor(tx, asked, language, now)) ?? null };
      },
    }),
    route({
      method: 'POST',
      path: '/routing-rules',
      summary: 'Add a rule',
      permission: 'routing.write',
      body: contract.WriteRule,
      reply: contract.RoutingRule,
      status: 201,
      etag: true,
      problems,
      handle: (call) => actions.addRule(call, call.body),
    }),
    route({
      method: 'PATCH',
      path: '/routing-rules/:id',
      summary: 'Change a rule',
      permission: 'routing.write',
      params: IdParams,
      body: contract.WriteRule,
      reply: contract.RoutingRule,
      etag: true,
      ifMatch: 'required',
      problems: ['routing.not_found', ...problems],
      handle: (call) => actions.changeRule(call, call.params.id, call.body, call.version),
    }),
    route({
      method: 'DELETE',
      path: '/routing-rules/:id',
      summary: 'Take a rule away',
      permission: 'routing.write',
      params: IdParams,
      reply: z.null(),
      status: 204,
      ifMatch: 'required',
      problems: ['routing.not_found'],
      handle: async (call) => {
        await actions.removeRule(call, call.params.id, call.version);
        return null;
      },
    }),
  ];
}
