import { handlingProblems } from '../../../contract/handling.ts';
import type { Module, World } from '../../kernel/world.ts';
import { handlingPermissions } from './policy.ts';
import { handlingRoutes } from './routes.ts';

export {
  acceptCase,
  assignCase,
  confirmCase,
  noteCase,
  refuseCase,
  reopenCase,
  resolveCase,
  signForCase,
} from './actions.ts';
export { handlersOf, insertNote } from './queries.ts';

/** Handling 办理: accept, refuse, assign, sign for, note, resolve, confirm, reopen. */
export function handlingModule(world: World): Module {
  return {
    name: 'handling',
    routes: handlingRoutes(world),
    permissions: handlingPermissions,
    problems: handlingProblems,
  };
}
