import { organizationsProblems } from '../../../contract/organizations.ts';
import type { Module } from '../../kernel/world.ts';
import { organizationsPermissions } from './policy.ts';
import { organizationsRoutes } from './routes.ts';

export { type Handler, handlerOf, handlersOf, organizationById } from './queries.ts';

/** Organizations 单位: community, property company, department: bodies that can be given a case. */
export function organizationsModule(): Module {
  return {
    name: 'organizations',
    routes: organizationsRoutes(),
    permissions: organizationsPermissions,
    problems: organizationsProblems,
  };
}
