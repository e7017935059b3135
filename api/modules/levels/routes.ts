import { Case } from '../../../contract/cases.ts';
import { MoveLevel } from '../../../contract/levels.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseView } from '../cases/index.ts';
import { handOver, sendBack } from './actions.ts';

const verbs = [
  ['returns', 'Send it back to the desk, with the reason', 'send_back'],
  ['hand-ups', 'Hand it to the level above, with the reason', 'hand_up'],
  ['hand-downs', 'Hand it to the level below, with the reason', 'hand_down'],
] as const;

export function levelsRoutes(world: World): AnyRoute[] {
  return verbs.map(([noun, summary, verb]) =>
    route({
      method: 'POST',
      path: `/cases/:id/${noun}`,
      summary,
      permission: `case.${verb}`,
      params: IdParams,
      body: MoveLevel,
      reply: Case,
      status: 201,
      etag: true,
      ifMatch: 'optional',
      problems: ['cases.not_found', 'cases.not_yours_to_move', 'cases.illegal_move'],
      handle: async (call) => {
        const { params, body, version } = call;
        if (verb === 'send_back') await sendBack(call, world, params.id, body.words, version);
        else await handOver(call, world, params.id, verb, body.words, version);
        return caseView(call, world, params.id, true);
      },
    }),
  );
}
