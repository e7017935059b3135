import { benchDashboard } from './dashboard.ts';
import { asTable, type Figure } from './figure.ts';
import { benchImport } from './import.ts';
import { benchLifecycle } from './lifecycle.ts';
import { benchList } from './list.ts';
import { benchLoop } from './loop.ts';
import { benchMixed } from './mixed.ts';
import { benchOutage } from './outage.ts';
import { benchRecovery } from './recovery.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { benchWeb } from './web.ts';
import { benchWrite } from './write.ts';

/** Lengths the bars ask for; without it, in short. */
const long = process.argv.includes('--long');
const chosen = (name: string) =>
  process.argv.flatMap((argument) => new RegExp(`^--${name}=(\\d+)$`).exec(argument)?.[1] ?? []).map(Number)[0];
/** `--seconds=60`: how long a load lasts, where that can be chosen. */
const seconds = chosen('seconds');
/** `--rows=5000`: how many rows leave and come in. */
const rows = chosen('rows');

const benches: Readonly<Record<string, () => Promise<Figure[]>>> = {
  write: benchWrite,
  list: benchList,
  lifecycle: benchLifecycle,
  search: benchSearch,
  dashboard: () =>
    benchDashboard({ tenMillion: process.argv.includes('--ten-million'), ...(seconds ? { seconds } : {}) }),
  mixed: () => benchMixed({ seconds: seconds ?? (long ? 600 : 20) }),
  loop: () => benchLoop(rows ? { rows } : {}),
  outage: () => benchOutage({ seconds: long ? 60 : 10 }),
  start: benchStart,
  recovery: benchRecovery,
  web: benchWeb,
  import: benchImport,
};

const [first = 'all'] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const names = first === 'all' ? Object.keys(benches) : [first];
const figures: Figure[] = [];
for (const name of names) {
  const bench = benches[name];
  if (!bench) {
    process.stderr.write(`There is no benchmark called ${name}. Benchmarks: ${Object.keys(benches).join(', ')}.\n`);
    process.exit(2);
  }
  figures.push(...(await bench()));
}
const asJson = process.argv.includes('--json');
process.stdout.write(`${asJson ? JSON.stringify(figures, null, 2) : asTable(figures)}\n`);
