import type { z } from 'zod';
import { Case } from '../../../contract/cases.ts';
import { Empty } from '../../../contract/handling.ts';
import * as contract from '../../../contract/joint.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, type Call, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseView } from '../cases/index.ts';
import * as actions from './actions.ts';
import { casePartsView, fittingBodies } from './reports.ts';

type PartCall<B extends z.ZodType> = Call<typeof contract.PartParams, unknown, B>;

const always = ['cases.not_found', 'cases.not_yours_to_move'];

export function jointRoutes(world: World): AnyRoute[] {
  /** A verb on one part: `POST /cases/:id/parts/:partId/<noun>`, answered with the case. */
  function onPart<B extends z.ZodType>(
    noun: string,
    summary: string,
    permission: string,
    body: B,
    act: (call: PartCall<B>) => Promise<void>,
  ): AnyRoute {
    return route({
      method: 'POST',
      path: `/cases/:id/parts/:partId/${noun}`,
      summary,
      permission,
      params: contract.PartParams,
      body,
      reply: Case,
      status: 201,
      etag: true,
      problems: [...always, 'cases.illegal_move', 'cases.unknown_photo', 'joint.not_found', 'joint.moved_on'],
      handle: async (call) => {
        await act(call as PartCall<B>);
        return caseView(call, world, call.params.id);
      },
    });
  }

  return [
    route({
      method: 'GET',
      path: '/cases/:id/parts',
      summary: 'Who helps with it, each with a part of its own',
      permission: 'case.read_parts',
      params: IdParams,
      reply: contract.CaseParts,
      problems: always,
      handle: (call) => casePartsView(call, world, call.params.id),
    }),
    route({
      method: 'GET',
      path: '/cases/:id/fitting-bodies',
      summary: 'Bodies that could be asked, those on duty for the place first',
      permission: 'case.involve',
      params: IdParams,
      reply: contract.FittingBodies,
      problems: always,
      handle: (call) => fittingBodies(call, world, call.params.id),
    }),
    route({
      method: 'POST',
      path: '/cases/:id/involvements',
      summary: 'Ask bodies to help, each with its task and time',
      permission: 'case.involve',
      params: IdParams,
      body: contract.InvolveBodies,
      reply: Case,
      status: 201,
      etag: true,
      problems: [
        ...always,
        'cases.illegal_move',
        'joint.unknown_body',
        'joint.leads_already',
        'joint.helps_already',
        'joint.time_past',
        'joint.after_deadline',
      ],
      handle: async (call) => {
        await actions.involveBodies(call, world, call.params.id, call.body.parts);
        return caseView(call, world, call.params.id);
      },
    }),
    onPart('receipt', 'Sign for a part', 'case.help', Empty, (call) =>
      actions.signPart(call, world, call.params.id, call.params.partId),
    ),
    onPart('completion', 'Say what was done of a part', 'case.help', contract.FinishPart, (call) =>
      actions.finishPart(call, world, call.params.id, call.params.partId, call.body),
    ),
    onPart('refusal', 'Decline a part, with the reason', 'case.help', contract.GiveReason, (call) =>
      actions.declinePart(call, world, call.params.id, call.params.partId, call.body.reason),
    ),
    onPart('withdrawal', 'Ask for a part no longer, with the reason', 'case.involve', contract.GiveReason, (call) =>
      actions.withdrawPart(call, world, call.params.id, call.params.partId, call.body.reason),
    ),
  ];
}
