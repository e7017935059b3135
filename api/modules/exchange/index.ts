import { exchangeProblems } from '../../../contract/exchange.ts';
import type { Module, World } from '../../kernel/world.ts';
import { exchangePermissions } from './policy.ts';
import { exchangeRoutes } from './routes.ts';

export { importLetters, type LettersImport, returnRows } from './actions.ts';
export { knownKeys } from './queries.ts';
export { columnsByAlias, fieldByAlias, fieldNamed, guessKind, headerAliases, kindNames } from './rules.ts';

/** Exchange 导入导出: files of others in, our files out. */
export function exchangeModule(world: World): Module {
  return {
    name: 'exchange',
    routes: exchangeRoutes(world),
    permissions: exchangePermissions,
    problems: exchangeProblems,
  };
}
