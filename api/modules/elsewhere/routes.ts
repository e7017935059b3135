import * as contract from '../../../contract/elsewhere.ts';
import { IdParams } from '../../../contract/wire.ts';
import { dayOf } from '../../kernel/clock.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseVerb } from '../cases/index.ts';
import * as actions from './actions.ts';
import { checksView } from './reports.ts';

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
    caseVerb(
      world,
      {
        noun: 'checks',
        summary: 'Look for the same at other places: a case of its own at each',
        permission: 'case.check_elsewhere',
        body: contract.AskChecks,
        problems: ['elsewhere.unknown_place'],
        versioned: false,
      },
      async (call, id) => {
        const series = `case:${dayOf(call.now).slice(0, 7)}`;
        const next = () => world.nextSerial(call.actor.tenantId, series);
        const serials = await Promise.all(call.body.areaIds.map(next));
        await actions.askChecks(call, world, id, call.body, serials);
      },
    ),
    caseVerb(
      world,
      {
        noun: 'check-answer',
        summary: 'Say whether the same was found here',
        permission: 'case.answer_check',
        body: contract.AnswerCheck,
        problems: ['elsewhere.answered_already', 'cases.unknown_photo'],
        versioned: false,
      },
      (call, id) => actions.answerCheck(call, world, id, call.body),
    ),
  ];
}
