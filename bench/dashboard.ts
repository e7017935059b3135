import { atMost, type Figure, percentile } from './figure.ts';
import { expectStatus, runLoad } from './load.ts';
import { openStage } from './stage.ts';
import { idOf } from './street.ts';

const open = 5_000;

/** p95 in milliseconds of the overview of the street, of a community and of a grid in turn, each by who works there. */
async function overviewTimes(cases: number, seconds: number): Promise<{ p95: number; rate: number }> {
  const { server, people, close } = await openStage(cases, { facts: true, open });
  const times: number[] = [];
  try {
    const { rate } = await runLoad({
      port: server.port,
      connections: 1,
      seconds,
      async step(connection, number) {
        const staff = people.staff[number % people.staff.length]!;
        const [token, area] = [
          [people.officers[0]!.token, idOf('street', 0)],
          [staff.token, idOf('community', staff.place)],
          [
            people.gridWorkers[number % people.gridWorkers.length]!.token,
            idOf('grid', number % people.gridWorkers.length),
          ],
        ][number % 3] as [string, string];
        const before = performance.now();
        expectStatus(await connection.get(`/api/v1/case-overview?area=${area}`, token), 200);
        if (number % 3 === 0) times.push(performance.now() - before);
      },
    });
    return { p95: percentile(times, 0.95), rate };
  } finally {
    await close();
  }
}

/** P3: the overview of a street at 100,000 and 1,000,000 cases, and with a flag at 10,000,000; as many of them open each time. */
export async function benchDashboard({ tenMillion = false, seconds = 8 } = {}): Promise<Figure[]> {
  const small = await overviewTimes(100_000, seconds);
  const figures: Figure[] = [];
  for (const cases of [1_000_000, ...(tenMillion ? [10_000_000] : [])]) {
    const { p95 } = await overviewTimes(cases, seconds);
    const many = cases.toLocaleString('en');
    const reference = `the street itself, 30 days beside the 30 before, ${open.toLocaleString('en')} open, one reader`;
    figures.push(atMost('P3', `overview of a street at ${many} cases, p95`, p95, 30, 'ms', reference));
    figures.push(
      atMost(
        'P3',
        `overview at ${many} ÷ at 100,000`,
        p95 / small.p95,
        1.3,
        '',
        `${small.p95.toFixed(1)} ms at 100,000`,
      ),
    );
  }
  return [atMost('P3', 'overview of a street at 100,000 cases, p95', small.p95, 30, 'ms', 'the same'), ...figures];
}
