import { casesProblems } from '../../../contract/cases.ts';
import type { Module, World } from '../../kernel/world.ts';
import { casesPermissions } from './policy.ts';
import { casesRoutes } from './routes.ts';

export {
  announce,
  attach,
  caseFor,
  caseSeen,
  count,
  fileToday,
  raiseCase,
  record,
  remember,
} from './actions.ts';
export { deskOver, mayConfirm, mayDecide, workplaceOf } from './policy.ts';
export {
  type CaseRow,
  categories,
  categoriesFrom,
  lockCase,
  moveCase,
  movedDeadline,
  newDeadline,
  type SummaryRow,
  summaries,
} from './queries.ts';
export { caseView, categoryTree, maySeePhoto, summaryView } from './reports.ts';
export { caseVerb } from './routes.ts';
export { caseNumber, isLegal, isOpen, levelAfter, saysDanger, stateAfter, titleFrom } from './rules.ts';

/** Cases 诉求: raise, accept, assign, sign for, resolve, confirmed by the one who raised it. */
export function casesModule(world: World): Module {
  return { name: 'cases', routes: casesRoutes(world), permissions: casesPermissions, problems: casesProblems };
}
