import { atLeast, atMost, type Figure, median } from './figure.ts';
import { expectStatus, runLoad } from './load.ts';
import { pgbench } from './pgbench.ts';
import { recordScripts } from './script.ts';
import { openStage } from './stage.ts';
import { grids, gridsEach, idOf } from './street.ts';

const connections = 32;

function pageOf(grid: number): string {
  return `/api/v1/cases?area=${idOf('grid', grid)}&open=true&limit=20`;
}

/** P2: a page of a grid's open cases over a million cases, against the same transaction run by pgbench, in turns. */
export async function benchList({ rounds = 3, seconds = 6 } = {}): Promise<Figure[]> {
  const stage = await openStage(1_000_000);
  // One of the community's three staff.
  const reader = (grid: number) => stage.people.staff[Math.floor(grid / gridsEach) * 3]!;
  try {
    const scripts = await recordScripts(stage, (recorder) =>
      Array.from(
        { length: grids },
        (_, grid) => () => recorder.transactionOf({ method: 'GET', url: pageOf(grid), token: reader(grid).token }),
      ),
    );
    const http: number[] = [];
    const bare: number[] = [];
    const slowest: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const { rate, p99 } = await runLoad({
        port: stage.server.port,
        connections,
        seconds,
        async step(connection, number) {
          const grid = number % grids;
          expectStatus(await connection.get(pageOf(grid), reader(grid).token), 200);
        },
      });
      http.push(rate);
      slowest.push(p99);
      bare.push(await pgbench({ appUrl: stage.appUrl, scripts, seconds }));
    }
    const reference = `${Math.round(median(http))}/s over HTTP, ${Math.round(median(bare))}/s by pgbench, medians of ${rounds}`;
    return [
      atLeast('P2', 'page of open cases ÷ pgbench', median(http) / median(bare), 0.3, '', reference),
      atMost('P2', 'page of open cases, p99', median(slowest), 25, 'ms', `${connections} connections, 1,000,000 cases`),
    ];
  } finally {
    await stage.close();
  }
}
