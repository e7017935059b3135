import { expect } from 'vitest';
import { type Log, openLog } from '../api/kernel/log.ts';

const phone = /1[3-9]\d{9}/;
const idNumber = /\d{17}[\dXx]/;
const token = /[\w-]{40}/;
const secret = 'q7Jx0Zs3VYb9kLw2TnRfHc5MdPu8EgAi1XoKe6tBvNy';

/** What a log writes, line by line. */
export function recorded(write: (log: Log) => void): string[] {
  const lines: string[] = [];
  write(openLog('trace', { write: (line) => lines.push(line) }));
  return lines;
}

/** Writes eight lines a round with personal data and secrets in every place, and expects none of it in what comes out (BARS S13), at 80 µs a line at most. */
export function expectCleanLines(rounds: number): void {
  const before = process.threadCpuUsage();
  const lines = recorded((log) => {
    for (let index = 0; index < rounds; index++) {
      const mobile = `1${3 + (index % 7)}${String(index * 7919)
        .padStart(9, '0')
        .slice(-9)}`;
      const id = `530102199001${String(index % 100_000).padStart(5, '0')}X`;
      log.info(`call ${mobile} now`);
      log.info({ phone: Number(mobile) }, 'as a number');
      log.warn({ person: { contact: [mobile, id] } }, 'nested');
      log.error(new Error(`duplicate key (${mobile}, ${id})`));
      log.info({ headers: { authorization: `Bearer ${secret}`, cookie: `linju=${secret}` } });
      log.info({ body: { login: 'zhang', password: 'correct horse' } });
      log.info(`GET /x?token=${index}abc&phone=+86${mobile}`);
      log.info({ [mobile]: 'as a name', spaced: `${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}` });
    }
  });
  const { user, system } = process.threadCpuUsage(before);
  expect(lines).toHaveLength(rounds * 8);
  // Work and not the clock: 8 s for a hundred thousand, whatever else the machine does.
  expect((user + system) / lines.length).toBeLessThan(80);
  for (const line of lines) {
    JSON.parse(line);
    if (phone.test(line) || idNumber.test(line) || token.test(line)) expect.fail(line);
  }
  expect(lines.join('')).not.toMatch(/correct horse|\dabc|1[3-9]\d \d{4} \d{4}/);
}
