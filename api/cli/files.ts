import { existsSync } from 'node:fs';
import path from 'node:path';
import { needed, UsageError } from './command.ts';

/** A file as the person at the terminal names it: npm starts scripts in the project's folder, INIT_CWD is where they stood. */
export function fileFrom(name: string | undefined): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), needed(name, 'FILE.xlsx'));
}

/** The same, of a file that has to be there. @throws UsageError */
export function fileToRead(name: string | undefined): string {
  const file = fileFrom(name);
  if (!existsSync(file)) throw new UsageError(`没有这个文件 No such file: ${file}`);
  return file;
}

/** Where the faulty rows of a file go. */
export function returnedFileOf(file: string, wanted: string | undefined): string {
  return fileFrom(wanted ?? `${path.parse(file).name}-退回.xlsx`);
}
