import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.ts';
import { atMost, type Figure, percentile } from './figure.ts';
import { openStage, type Stage } from './stage.ts';
import { gridsEach, idOf } from './street.ts';
import { requestBody } from './write.ts';

const rate = 100;
const lines = 32;

type Ask = (connection: Connection, number: number) => Promise<{ status: number }>;

/** Eight readings and two writings of ten, as a day at the desk has them. */
function mixOf({ people }: Stage): readonly Ask[] {
  const { residents, staff, gridWorkers, officers } = people;
  const raised: { id: string; token: string }[] = [];
  const pick = <T>(all: readonly T[], number: number) => all[number % all.length] as T;
  const page: Ask = (line, n) => {
    const grid = n % gridWorkers.length;
    const { token } = pick(staff, Math.floor(grid / gridsEach) * 3);
    return line.get(`/api/v1/cases?area=${idOf('grid', grid)}&open=true&limit=20`, token);
  };
  const raise: Ask = async (line, n) => {
    const { token, place } = pick(residents, n);
    const answer = await line.post('/api/v1/cases', token, requestBody(n, place));
    if (answer.status === 201) raised.push({ id: (JSON.parse(answer.body.toString()) as { id: string }).id, token });
    return answer;
  };
  const onOne =
    (ask: (one: { id: string; token: string }, line: Connection) => Promise<{ status: number }>): Ask =>
    async (line, n) =>
      raised.length > 0 ? ask(pick(raised, n), line) : page(line, n);
  return [
    page,
    raise,
    (line, n) => line.get('/api/v1/cases/counts', pick(staff, n).token),
    (line, n) => line.get('/api/v1/cases?view=mine&limit=20', pick(residents, n).token),
    onOne(({ id, token }, line) => line.get(`/api/v1/cases/${id}`, token)),
    (line, n) => line.get('/api/v1/cases?sort=due&open=true&limit=20', pick(staff, n).token),
    onOne(({ id, token }, line) =>
      line.post(`/api/v1/cases/${id}/notes`, token, { words: '楼上也看到了', audience: 'raiser', photoIds: [] }),
    ),
    onOne(({ id, token }, line) => line.get(`/api/v1/cases/${id}/timeline`, token)),
    (line, n) => line.get(`/api/v1/cases?limit=20&q=${encodeURIComponent('楼道 B99')}`, pick(staff, n).token),
    (line) => line.get('/api/v1/case-overview', officers[0]?.token ?? ''),
  ];
}

/** R20: requests arrive a hundred a second whether or not the ones before are answered; each is timed from its moment of arrival. */
export async function benchMixed({ seconds = 20 } = {}): Promise<Figure[]> {
  const stage = await openStage(100_000, { facts: true, open: 5_000 });
  const mix = mixOf(stage);
  const free = await Promise.all(Array.from({ length: lines }, () => Connection.open(stage.server.port)));
  const waiting: ((line: Connection) => void)[] = [];
  const line = () => {
    const idle = free.pop();
    if (!idle) return new Promise<Connection>((resolve) => waiting.push(resolve));
    // The server ends a line that nobody used for long.
    return idle.isOpen ? Promise.resolve(idle) : Connection.open(stage.server.port);
  };
  const times: number[] = [];
  const refused = new Map<number, number>();
  const warmUp = 3;
  try {
    const from = performance.now();
    const asked: Promise<void>[] = [];
    for (let number = 0; number < (seconds + warmUp) * rate; number++) {
      const due = from + (number * 1_000) / rate;
      const early = due - performance.now();
      if (early > 0) await sleep(early);
      asked.push(
        line().then(async (taken) => {
          const { status } = await (mix[number % mix.length] as Ask)(taken, Math.floor(number / mix.length));
          const next = waiting.shift();
          if (next) next(taken);
          else free.push(taken);
          if (number >= warmUp * rate) times.push(performance.now() - due);
          if (status >= 400) refused.set(status, (refused.get(status) ?? 0) + 1);
        }),
      );
    }
    await Promise.all(asked);
  } finally {
    for (const one of free) one.close();
    await stage.close();
  }
  const failed = [...refused].filter(([status]) => status >= 500).reduce((sum, [, count]) => sum + count, 0);
  const others = [...refused].map(([status, count]) => `${count} × ${status}`).join(', ');
  const reference = `${rate} requests/s for ${seconds} s, 80 % read, 100,000 cases${others ? `; ${others}` : ''}`;
  return [
    atMost('R20', 'answers under a mixed load, p95', percentile(times, 0.95), 150, 'ms', reference),
    atMost('R20', 'answers under a mixed load, p99', percentile(times, 0.99), 400, 'ms', reference),
    atMost('R20', 'answers of 5xx', failed, 0, '', reference),
  ];
}
