import fs from 'node:fs';
import path from 'node:path';
import { type DestinationStream, pino } from 'pino';

const mostBytes = 20 * 2 ** 20;

/** Opens a log to append to; undefined is standard error. A file that has grown past 20 MB is first put aside as `<file>.1`. */
export function openLogFile(file: string | undefined): DestinationStream {
  if (file === undefined) return pino.destination({ dest: 2, sync: false });
  setAside(file);
  // Up to a quarter of a second of lines leaves in one write: a write a line was a thirtieth of the server's time under load.
  return pino.destination({ dest: file, sync: false, minLength: 4096, periodicFlush: 250, mode: 0o600 });
}

/** Makes the folder of a log file, for nobody else to read, and puts a file that has grown too long aside. */
export function setAside(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) fs.renameSync(file, `${file}.1`);
}
