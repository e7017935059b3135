/** The face of exchange: files of others in, our files out. Top floor: it may use every other module. */
export { importLetters, type LettersImport } from './actions.ts';
export { fieldNamed, headerAliases } from './rules.ts';
