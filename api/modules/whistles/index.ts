import { whistlesProblems } from '../../../contract/whistles.ts';
import type { Module, World } from '../../kernel/world.ts';
import { absences, eachMinute } from './jobs.ts';
import { whistlesPermissions } from './policy.ts';
import { whistlesRoutes } from './routes.ts';

export { answerCall, callOff, callOffAll, scoreCall, scoreTurnout, tellAbsences, turnUp, whistle } from './actions.ts';

/** Whistles 吹哨报到: bodies called to a place, who turns up, and what both sides thought of it. */
export function whistlesModule(world: World): Module {
  return {
    name: 'whistles',
    routes: whistlesRoutes(world),
    permissions: whistlesPermissions,
    problems: whistlesProblems,
    jobs: [absences],
    recurring: [eachMinute],
  };
}
