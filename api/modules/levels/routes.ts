import { MoveLevel } from '../../../contract/levels.ts';
import type { AnyRoute } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseVerb } from '../cases/index.ts';
import { handOver, sendBack } from './actions.ts';

const verbs = [
  ['returns', 'Send it back to the desk, with the reason', 'send_back'],
  ['hand-ups', 'Hand it to the level above, with the reason', 'hand_up'],
  ['hand-downs', 'Hand it to the level below, with the reason', 'hand_down'],
] as const;

export function levelsRoutes(world: World): AnyRoute[] {
  return verbs.map(([noun, summary, verb]) =>
    caseVerb(world, { noun, summary, permission: `case.${verb}`, body: MoveLevel, leaves: true }, (call, id) =>
      verb === 'send_back'
        ? sendBack(call, world, id, call.body.words, call.version)
        : handOver(call, world, id, verb, call.body.words, call.version),
    ),
  );
}
