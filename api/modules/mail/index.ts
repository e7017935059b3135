import { mailProblems } from '../../../contract/mail.ts';
import type { Module, World } from '../../kernel/world.ts';
import { mailJobs } from './jobs.ts';
import { mailPermissions } from './policy.ts';
import { mailRoutes } from './routes.ts';

/** E-mail 邮件: notices that also go to an address outside, where somebody asked for it. */
export function mailModule(world: World): Module {
  return {
    name: 'mail',
    routes: mailRoutes(world),
    permissions: mailPermissions,
    problems: mailProblems,
    jobs: mailJobs(world),
  };
}
