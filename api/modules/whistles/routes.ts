import type { z } from 'zod';
import { Case } from '../../../contract/cases.ts';
import { Empty } from '../../../contract/handling.ts';
import * as contract from '../../../contract/whistles.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, type Call, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseView } from '../cases/index.ts';
import * as actions from './actions.ts';
import { whistlesView } from './reports.ts';

type TurnoutCall<B extends z.ZodType> = Call<typeof contract.TurnoutParams, unknown, B>;

const always = ['cases.not_found', 'cases.not_yours_to_move'];

export function whistlesRoutes(world: World): AnyRoute[] {
  /** A verb on one called body: `POST /cases/:id/turnouts/:turnoutId/<noun>`, answered with the case. */
  function onTurnout<B extends z.ZodType>(
    noun: string,
    summary: string,
    permission: string,
    body: B,
    act: (call: TurnoutCall<B>) => Promise<void>,
  ): AnyRoute {
    return route({
      method: 'POST',
      path: `/cases/:id/turnouts/:turnoutId/${noun}`,
      summary,
      permission,
      params: contract.TurnoutParams,
      body,
      reply: Case,
      status: 201,
      etag: true,
      problems: [...always, 'whistles.not_found', 'whistles.moved_on', 'whistles.reason_needed'],
      handle: async (call) => {
        await act(call as TurnoutCall<B>);
        return caseView(call, world, call.params.id);
      },
    });
  }

  return [
    route({
      method: 'GET',
      path: '/cases/:id/whistles',
      summary: 'Which bodies were called to the place, and who turned up',
      permission: 'case.read_parts',
      params: IdParams,
      reply: contract.Whistles,
      problems: always,
      handle: (call) => whistlesView(call, world, call.params.id),
    }),
    route({
      method: 'POST',
      path: '/cases/:id/whistles',
      summary: 'Call bodies to a place at a time',
      permission: 'case.whistle',
      params: IdParams,
      body: contract.CallBodies,
      reply: Case,
      status: 201,
      etag: true,
      problems: [...always, 'cases.illegal_move', 'whistles.unknown_body', 'whistles.time_past'],
      handle: async (call) => {
        await actions.whistle(call, world, call.params.id, call.body);
        return caseView(call, world, call.params.id);
      },
    }),
    route({
      method: 'POST',
      path: '/cases/:id/whistles/:whistleId/cancellation',
      summary: 'Call a whistle off while nobody came, with the reason',
      permission: 'case.whistle',
      params: contract.WhistleParams,
      body: contract.CallOff,
      reply: Case,
      status: 201,
      etag: true,
      problems: [...always, 'cases.illegal_move', 'whistles.not_found', 'whistles.moved_on'],
      handle: async (call) => {
        await actions.callOff(call, world, call.params.id, call.params.whistleId, call.body);
        return caseView(call, world, call.params.id);
      },
    }),
    onTurnout('answer', 'Say whether we are coming', 'case.help', contract.AnswerCall, (call) =>
      actions.answerCall(call, world, call.params.id, call.params.turnoutId, call.body),
    ),
    onTurnout('arrival', 'Say that we are there', 'case.help', Empty, (call) =>
      actions.turnUp(call, world, call.params.id, call.params.turnoutId),
    ),
    onTurnout('score', 'Score the turnout, once, as the caller', 'case.whistle', contract.Score, (call) =>
      actions.scoreTurnout(call, world, call.params.id, call.params.turnoutId, call.body),
    ),
    onTurnout('call-score', 'Score the call, once, as the body called', 'case.help', contract.Score, (call) =>
      actions.scoreCall(call, world, call.params.id, call.params.turnoutId, call.body),
    ),
  ];
}
