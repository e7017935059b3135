import { Case } from '../../../contract/cases.ts';
import * as contract from '../../../contract/escalation.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseView } from '../cases/index.ts';
import * as actions from './actions.ts';
import { ladderView } from './reports.ts';

const onCase = ['cases.not_found', 'cases.not_yours_to_move', 'cases.illegal_move'] as const;

export function escalationRoutes(world: World): AnyRoute[] {
  return [
    route({
      method: 'POST',
      path: '/cases/:id/urgings',
      summary: 'Urge whoever has it in hand; its raiser once a day',
      permission: 'case.urge',
      params: IdParams,
      body: contract.UrgeCase,
      reply: Case,
      status: 201,
      etag: true,
      problems: [...onCase, 'escalation.urged_today'],
      handle: async (call) => {
        await actions.urgeCase(call, world, call.params.id, call.body);
        return caseView(call, world, call.params.id);
      },
    }),
    route({
      method: 'POST',
      path: '/cases/:id/supervisions',
      summary: 'Watch over it with words and, if need be, a new deadline; or stop watching',
      permission: 'case.supervise',
      params: IdParams,
      body: contract.SuperviseCase,
      reply: Case,
      status: 201,
      etag: true,
      ifMatch: 'optional',
      problems: [...onCase, 'escalation.watched_already', 'escalation.due_in_past'],
      handle: async (call) => {
        await actions.superviseCase(call, world, call.params.id, call.body, call.version);
        return caseView(call, world, call.params.id);
      },
    }),
    route({
      method: 'GET',
      path: '/escalation-ladder',
      summary: 'Who hears of a late case, and after how long',
      permission: 'escalation.read',
      reply: contract.Ladder,
      handle: ({ tx }) => ladderView(tx),
    }),
    route({
      method: 'PATCH',
      path: '/escalation-ladder',
      summary: 'Set the whole ladder; what was told already is not told again',
      permission: 'escalation.write',
      body: contract.Ladder,
      reply: contract.Ladder,
      handle: async (call) => {
        await actions.setLadder(call, call.body);
        return ladderView(call.tx);
      },
    }),
  ];
}
