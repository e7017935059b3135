import { exchangeProblems } from '../../../contract/exchange.ts';
import type { Module } from '../../kernel/world.ts';

export { importLetters, type LettersImport } from './actions.ts';
export { fieldNamed, headerAliases } from './rules.ts';

/** Exchange 导入导出: files of others in, our files out; by the command line, without routes. */
export function exchangeModule(): Module {
  return { name: 'exchange', routes: [], permissions: {}, problems: exchangeProblems };
}
