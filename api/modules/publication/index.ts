import { publicationProblems } from '../../../contract/publication.ts';
import type { Module, World } from '../../kernel/world.ts';
import { publicationPermissions } from './policy.ts';
import { publicationRoutes } from './routes.ts';

export { publishCase } from './actions.ts';
export { withoutNumbers } from './rules.ts';

/** Publication 公开: what its raiser shows to the neighbours, and what anybody sees of it. */
export function publicationModule(world: World): Module {
  return {
    name: 'publication',
    routes: publicationRoutes(world),
    permissions: publicationPermissions,
    problems: publicationProblems,
  };
}
