import { pausesProblems } from '../../../contract/pauses.ts';
import type { Module, World } from '../../kernel/world.ts';
import { resumeOnTheDay } from './jobs.ts';
import { pausesPermissions } from './policy.ts';
import { pausesRoutes } from './routes.ts';

export { askPause, decidePause, dropRequest, suspendAgain } from './actions.ts';

/** Pauses 挂起与延期: a case waits until a date, or gets a later one, with the desk's approval. */
export function pausesModule(world: World): Module {
  return {
    name: 'pauses',
    routes: pausesRoutes(world),
    permissions: pausesPermissions,
    problems: pausesProblems,
    jobs: [resumeOnTheDay],
  };
}
