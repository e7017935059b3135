import { Case } from '../../../contract/cases.ts';
import * as contract from '../../../contract/elsewhere.ts';
import { IdParams } from '../../../contract/wire.ts';
import { dayOf } from '../../kernel/clock.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseView } from '../cases/index.ts';
import * as actions from './actions.ts';
import { checksView } from './reports.ts';

const ofVerb = ['cases.not_found', 'cases.not_yours_to_move', 'cases.illegal_move'];

export function elsewhereRoutes(world: World): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/cases/:id/checks',
      summary: 'Where else it was looked for, and what was found',
      permission: 'case.note_internal',
      params: IdParams,
      reply: contract.Checks,
      problems: ['cases.not_found'],
      handle: (call) => checksView(call, world, call.params.id),
    }),
    route({
      method: 'POST',
      path: '/cases/:id/checks',
      summary: 'Look for the same at other places: a case of its own at each',
      permission: 'case.check_elsewhere',
      params: IdParams,
      body: contract.AskChecks,
      reply: Case,
      status: 201,
      etag: true,
      problems: [...ofVerb, 'elsewhere.unknown_place'],
      handle: async (call) => {
        const series = `case:${dayOf(call.now).slice(0, 7)}`;
        const next = () => world.nextSerial(call.actor.tenantId, series);
        const serials = await Promise.all(call.body.areaIds.map(next));
        await actions.askChecks(call, world, call.params.id, call.body, serials);
        return caseView(call, world, call.params.id);
      },
    }),
    route({
      method: 'POST',
      path: '/cases/:id/check-answer',
      summary: 'Say whether the same was found here',
      permission: 'case.answer_check',
      params: IdParams,
      body: contract.AnswerCheck,
      reply: Case,
      status: 201,
      etag: true,
      problems: [...ofVerb, 'elsewhere.answered_already', 'cases.unknown_photo'],
      handle: async (call) => {
        await actions.answerCheck(call, world, call.params.id, call.body);
        return caseView(call, world, call.params.id);
      },
    }),
  ];
}
