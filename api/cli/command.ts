import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { Problem, sentence } from '../kernel/problem.ts';

/** One verb of the command line; its name and one line about it stand in cli.ts. */
export interface Command {
  /** The whole help text, Chinese first. */
  usage: string;
  /** Gives back the exit code. */
  run(args: readonly string[]): Promise<number>;
}

/** The command was written wrongly; its usage is shown after the message. */
export class UsageError extends Error {}

/** Splits a command's arguments. @throws UsageError on an unknown option or a missing value. */
export function parsed<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`参数不对 Wrong arguments: ${error instanceof Error ? error.message : error}`);
  }
}

/** The value of an option that must be given. */
export function needed(value: string | undefined, option: string): string {
  if (value === undefined || value.trim() === '') throw new UsageError(`缺少 Missing: ${option}`);
  return value.trim();
}

/** Any failure in words for whoever sits at the terminal: both languages where they are known. */
export function reported(error: unknown): string {
  if (error instanceof Problem) {
    const asIs = (text: string) => text;
    const fields = error.fields.map(({ path, message }) => `  ${path}: ${message}`);
    const lines = (['zh-Hans', 'en'] as const).map((language) => sentence(error.words, error.params, language, asIs));
    return [...lines, ...fields].join('\n');
  }
  return error instanceof Error ? error.message : String(error);
}

/** Whole numbers as people read them: 2,816. */
export const figure = (number: number): string => number.toLocaleString('en-US');
