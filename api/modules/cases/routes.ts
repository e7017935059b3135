import type { z } from 'zod';
import * as contract from '../../../contract/cases.ts';
import { IdParams } from '../../../contract/wire.ts';
import { dayOf } from '../../kernel/clock.ts';
import { toWgs84 } from '../../kernel/device-position.ts';
import { type AnyRoute, type Call, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { locate } from '../areas/index.ts';
import * as actions from './actions.ts';
import { workplaceOf } from './policy.ts';
import { caseView, categoryTree } from './reports.ts';

export function casesRoutes(world: World): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/case-categories',
      summary: 'The tree of categories, flat, parents first',
      permission: 'signed_in',
      query: contract.CategoriesQuery,
      reply: contract.Categories,
      handle: ({ tx, language, query }) => categoryTree(tx, language, query.ended === 'true'),
    }),
    route({
      method: 'POST',
      path: '/cases',
      summary: 'Raise a request',
      permission: 'case.raise',
      body: contract.RaiseCase,
      reply: contract.Case,
      status: 201,
      etag: true,
      problems: [
        'cases.place_needed',
        'cases.unknown_place',
        'cases.unknown_category',
        'cases.ended_category',
        'cases.unknown_photo',
      ],
      handle: async (call) => {
        const { tx, actor, body, now } = call;
        const located = !body.areaId && body.position ? await locate(tx, toWgs84(body.position)) : undefined;
        const areaId =
          body.areaId ?? located?.grid?.id ?? (body.onBehalf ? workplaceOf(actor.grants) : undefined) ?? null;
        const serial = await world.nextSerial(actor.tenantId, `case:${dayOf(now).slice(0, 7)}`);
        const id = await actions.raiseCase(call, world, body, areaId, serial);
        return caseView(call, world, id);
      },
    }),
    route({
      method: 'GET',
      path: '/cases/:id',
      summary: 'One request',
      permission: 'case.read',
      params: IdParams,
      reply: contract.Case,
      etag: true,
      problems: ['cases.not_found'],
      handle: (call) => caseView(call, world, call.params.id),
    }),
    route({
      method: 'PATCH',
      path: '/cases/:id',
      summary: 'Put title, category or place right',
      permission: 'case.edit',
      params: IdParams,
      body: contract.EditCase,
      reply: contract.Case,
      etag: true,
      ifMatch: 'required',
      problems: [
        'cases.not_found',
        'cases.not_yours_to_move',
        'cases.illegal_move',
        'cases.unknown_place',
        'cases.unknown_category',
        'cases.ended_category',
        'cases.place_elsewhere',
      ],
      handle: async (call) => {
        await actions.editCase(call, world, call.params.id, call.body, call.version);
        return caseView(call, world, call.params.id);
      },
    }),
    route({
      method: 'POST',
      path: '/cases/:id/phone-disclosures',
      summary: 'Open the number of the raiser in full; reason and reader are recorded',
      permission: 'case.disclose_phone',
      params: IdParams,
      body: contract.DisclosePhone,
      reply: contract.DisclosedPhone,
      status: 201,
      problems: ['cases.not_found', 'cases.not_yours_to_move', 'cases.no_phone'],
      handle: async (call) => ({ phone: await actions.disclosePhone(call, world, call.params.id, call.body.reason) }),
    }),
  ];
}

interface CaseVerbHead<B extends z.ZodType> {
  /** The verb as a noun of its own in the address. */
  noun: string;
  summary: string;
  permission: string;
  body: B;
  /** Besides those that every verb on a case has. */
  problems?: readonly string[];
  /** Whether If-Match is looked at. */
  versioned?: boolean;
  /** The actor may have given it out of their own hands. */
  leaves?: boolean;
}

/** A verb on one case: `POST /cases/:id/<noun>` does one thing and answers with the case as it then stands. */
export function caseVerb<B extends z.ZodType>(
  world: World,
  { noun, problems = [], leaves = false, versioned = true, ...head }: CaseVerbHead<B>,
  act: (call: Call<typeof IdParams, unknown, B>, id: string) => Promise<unknown>,
): AnyRoute {
  return route({
    ...head,
    method: 'POST',
    path: `/cases/:id/${noun}`,
    params: IdParams,
    reply: contract.Case,
    status: 201,
    etag: true,
    ...(versioned ? { ifMatch: 'optional' } : {}),
    problems: ['cases.not_found', 'cases.not_yours_to_move', 'cases.illegal_move', ...problems],
    handle: async (call) => {
      await act(call as Call<typeof IdParams, unknown, B>, call.params.id);
      return caseView(call, world, call.params.id, leaves);
    },
  });
}
