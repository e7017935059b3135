import { Empty } from '../../../contract/handling.ts';
import { AskPause, DecidePause } from '../../../contract/pauses.ts';
import type { AnyRoute } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseVerb } from '../cases/index.ts';
import * as actions from './actions.ts';

const dates = ['pauses.already_asked', 'pauses.until_in_past', 'pauses.until_too_far'];

export function pausesRoutes(world: World): AnyRoute[] {
  return [
    caseVerb(
      world,
      {
        noun: 'suspensions',
        summary: 'Ask that it waits until a date',
        permission: 'case.suspend',
        body: AskPause,
        problems: dates,
      },
      (call, id) => actions.askPause(call, world, id, 'suspension', call.body, call.version),
    ),
    caseVerb(
      world,
      {
        noun: 'extensions',
        summary: 'Ask for a later deadline',
        permission: 'case.suspend',
        body: AskPause,
        problems: [...dates, 'pauses.not_later'],
      },
      (call, id) => actions.askPause(call, world, id, 'extension', call.body, call.version),
    ),
    caseVerb(
      world,
      {
        noun: 'pause-decisions',
        summary: 'Approve or refuse what was asked',
        permission: 'case.decide_pause',
        body: DecidePause,
        problems: ['pauses.nothing_asked', 'pauses.until_in_past'],
      },
      (call, id) => actions.decidePause(call, world, id, call.body, call.version),
    ),
    caseVerb(
      world,
      { noun: 'resumption', summary: 'Go on before the date', permission: 'case.resume', body: Empty },
      (call, id) => actions.resumeByHand(call, world, id, call.version),
    ),
  ];
}
