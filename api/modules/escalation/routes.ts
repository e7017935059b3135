import * as contract from '../../../contract/escalation.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseVerb } from '../cases/index.ts';
import * as actions from './actions.ts';
import { ladderView } from './reports.ts';

export function escalationRoutes(world: World): AnyRoute[] {
  return [
    caseVerb(
      world,
      {
        noun: 'urgings',
        summary: 'Urge whoever has it in hand; its raiser once a day',
        permission: 'case.urge',
        body: contract.UrgeCase,
        problems: ['escalation.urged_today'],
        versioned: false,
      },
      (call, id) => actions.urgeCase(call, world, id, call.body),
    ),
    caseVerb(
      world,
      {
        noun: 'supervisions',
        summary: 'Watch over it with words and, if need be, a new deadline; or stop watching',
        permission: 'case.supervise',
        body: contract.SuperviseCase,
        problems: ['escalation.watched_already', 'escalation.due_in_past'],
      },
      (call, id) => actions.superviseCase(call, world, id, call.body, call.version),
    ),
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
