import { figuresProblems } from '../../../contract/figures.ts';
import type { Module } from '../../kernel/world.ts';
import { figuresPermissions } from './policy.ts';
import { figuresRoutes } from './routes.ts';

/** Figures 数据: what is counted, with the records behind every number. */
export function figuresModule(): Module {
  return { name: 'figures', routes: figuresRoutes(), permissions: figuresPermissions, problems: figuresProblems };
}
