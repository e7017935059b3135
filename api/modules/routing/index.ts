import { routingProblems } from '../../../contract/routing.ts';
import type { Module } from '../../kernel/world.ts';
import { routingPermissions } from './policy.ts';
import { routingRoutes } from './routes.ts';

export { ruleFor } from './reports.ts';

/** Routing 派单规则: whom a case goes to by place and category. */
export function routingModule(): Module {
  return { name: 'routing', routes: routingRoutes(), permissions: routingPermissions, problems: routingProblems };
}
