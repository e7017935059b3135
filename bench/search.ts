import { toTraditional } from '../api/kernel/traditional.ts';
import { atMost, type Figure, percentile } from './figure.ts';
import { expectStatus, runLoad } from './load.ts';
import { openStage } from './stage.ts';
import type { Words } from './words.ts';

/** What is looked for, kind by kind, so that each kind has its own figure beside the whole. */
function queriesOf({ common, usual, rare, names }: Words): Record<string, string[]> {
  const every = <T>(all: readonly T[], make: (one: T, index: number) => string) => all.map(make);
  return {
    'common words': common,
    'usual words': usual,
    'rare words': rare,
    'in traditional characters': every([...common, ...usual, ...rare], (word) => toTraditional(word)),
    'one character': every(usual, (word) => word.charAt(0)),
    'two words': every(usual, (word, index) => `${common[index % common.length]} ${word}`),
    'names and initials': names,
    'a name and a word': every(names, (name, index) => `${name} ${common[index % common.length]}`),
    'nowhere found': every(rare, (word, index) => `${word}${usual[(index * 7) % usual.length]}`),
    numbers: every(rare, (_, index) => `B${(index + 1) * 9_973}`),
  };
}

/** P10: the newest twenty cases with some words among a million, for a grid worker, a community and the whole street in turn. */
export async function benchSearch({ seconds = 20, connections = 2 } = {}): Promise<Figure[]> {
  const stage = await openStage(1_000_000, { texts: 'letters' });
  const { people, words, server } = stage;
  if (!words) throw new Error('the stage has no words to look for');
  const kinds = Object.entries(queriesOf(words));
  const readers = [people.officers, people.staff, people.gridWorkers];
  const times = new Map<string, number[]>(kinds.map(([kind]) => [kind, []]));
  try {
    const all = await runLoad({
      port: server.port,
      connections,
      seconds,
      async step(connection, number) {
        const [kind, queries] = kinds[number % kinds.length]!;
        const turn = Math.floor(number / kinds.length);
        const among = readers[turn % readers.length]!;
        const { token } = among[turn % among.length]!;
        const q = queries[(turn * 17) % queries.length]!;
        const before = performance.now();
        expectStatus(await connection.get(`/api/v1/cases?limit=20&q=${encodeURIComponent(q)}`, token), 200);
        times.get(kind)?.push(performance.now() - before);
      },
    });
    const p95 = percentile([...times.values()].flat(), 0.95);
    const each = [...times].map(([kind, values]) => `${kind} ${Math.round(percentile(values, 0.95))}`);
    const reference = `p95 of ${Math.round(all.rate)}/s on ${connections} connections; ${words.source}; ${each.join(', ')} ms`;
    return [atMost('P10', 'search over 1,000,000 cases, p95', p95, 60, 'ms', reference)];
  } finally {
    await stage.close();
  }
}
