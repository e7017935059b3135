import type { z } from 'zod';
import { Case } from '../../../contract/cases.ts';
import { Empty } from '../../../contract/handling.ts';
import { AskPause, DecidePause } from '../../../contract/pauses.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, type Call, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseView } from '../cases/index.ts';
import * as actions from './actions.ts';

const common = ['cases.not_found', 'cases.not_yours_to_move', 'cases.illegal_move'];
const dates = ['pauses.already_asked', 'pauses.until_in_past', 'pauses.until_too_far'];

export function pausesRoutes(world: World): AnyRoute[] {
  function verb<B extends z.ZodType>(
    [noun, summary, permission]: readonly [string, string, string],
    body: B,
    problems: readonly string[],
    act: (call: Call<typeof IdParams, unknown, B>, id: string) => Promise<void>,
  ): AnyRoute {
    return route({
      method: 'POST',
      path: `/cases/:id/${noun}`,
      summary,
      permission,
      params: IdParams,
      body,
      reply: Case,
      status: 201,
      etag: true,
      ifMatch: 'optional',
      problems: [...common, ...problems],
      handle: async (call) => {
        await act(call as Call<typeof IdParams, unknown, B>, call.params.id);
        return caseView(call, world, call.params.id);
      },
    });
  }
  return [
    verb(['suspensions', 'Ask that it waits until a date', 'case.suspend'], AskPause, dates, (call, id) =>
      actions.askPause(call, world, id, 'suspension', call.body, call.version),
    ),
    verb(
      ['extensions', 'Ask for a later deadline', 'case.suspend'],
      AskPause,
      [...dates, 'pauses.not_later'],
      (call, id) => actions.askPause(call, world, id, 'extension', call.body, call.version),
    ),
    verb(
      ['pause-decisions', 'Approve or refuse what was asked', 'case.decide_pause'],
      DecidePause,
      ['pauses.nothing_asked', 'pauses.until_in_past'],
      (call, id) => actions.decidePause(call, world, id, call.body, call.version),
    ),
    verb(['resumption', 'Go on before the date', 'case.resume'], Empty, [], (call, id) =>
      actions.resumeByHand(call, world, id, call.version),
    ),
  ];
}
