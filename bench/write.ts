import { atLeast, type Figure, median } from './figure.ts';
import { expectStatus, runLoad } from './load.ts';
import { pgbench } from './pgbench.ts';
import { recordScripts } from './script.ts';
import { openStage } from './stage.ts';
import { buildingsEach, categories, idOf } from './street.ts';

const connections = 32;

export function requestBody(number: number, grid: number): object {
  return {
    title: `三楼楼道灯不亮了${number}`,
    body: `晚上回家看不见台阶，老人容易摔倒，请尽快来修一下。第${number}次反映。`,
    kind: 'help',
    categoryId: idOf('category', number % categories),
    areaId: idOf('building', grid * buildingsEach + (number % buildingsEach)),
    place: '4单元3层',
  };
}

/** P1: raising a case over HTTP against the same transaction run by pgbench, in turns. */
export async function benchWrite({ rounds = 3, seconds = 6 } = {}): Promise<Figure[]> {
  const stage = await openStage(100_000);
  const { residents } = stage.people;
  try {
    const scripts = await recordScripts(stage, (recorder) =>
      residents
        .filter((_, index) => index % 5 === 0)
        .map(
          ({ token, place }) =>
            () =>
              recorder.transactionOf({ method: 'POST', url: '/api/v1/cases', token, body: requestBody(1, place) }),
        ),
    );
    const http: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const { rate } = await runLoad({
        port: stage.server.port,
        connections,
        seconds,
        async step(connection, number) {
          const { token, place } = residents[number % residents.length]!;
          expectStatus(await connection.post('/api/v1/cases', token, requestBody(number, place)), 201);
        },
      });
      http.push(rate);
      bare.push(await pgbench({ appUrl: stage.appUrl, scripts, seconds }));
    }
    const reference = `${Math.round(median(http))}/s over HTTP, ${Math.round(median(bare))}/s by pgbench, medians of ${rounds}`;
    return [atLeast('P1', 'raise a case ÷ pgbench', median(http) / median(bare), 0.5, '', reference)];
  } finally {
    await stage.close();
  }
}
