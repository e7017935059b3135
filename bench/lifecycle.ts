import type { Connection } from './connection.ts';
import { atLeast, type Figure, median } from './figure.ts';
import { expectStatus, runLoad } from './load.ts';
import { openStage } from './stage.ts';
import { gridsEach, idOf, type People } from './street.ts';
import { requestBody } from './write.ts';

/** One case from raised to confirmed: six requests by three people. */
async function live(connection: Connection, { residents, staff, handlers }: People, number: number): Promise<void> {
  const resident = residents[number % residents.length]!;
  const desk = staff[Math.floor(resident.place / gridsEach) * 3 + (number % 3)]!;
  const handler = handlers[number % handlers.length]!;
  const raised = await connection.post('/api/v1/cases', resident.token, requestBody(number, resident.place));
  const { id } = JSON.parse(expectStatus(raised, 201).toString()) as { id: string };
  const move = async (noun: string, token: string, body: object) =>
    expectStatus(await connection.post(`/api/v1/cases/${id}/${noun}`, token, body), 201);
  await move('acceptance', desk.token, {});
  await move('assignments', desk.token, { organizationId: idOf('organization', handler.place) });
  await move('receipt', handler.token, {});
  await move('resolution', handler.token, { words: '已更换灯泡，三楼楼道灯已经亮了。' });
  const closed = await move('confirmation', resident.token, { solved: true, satisfaction: 5, words: '谢谢' });
  if (!closed.includes('"state":"closed"')) throw new Error(`a case was not closed: ${closed}`);
}

/** P4: whole lives of cases a second, on top of a million cases. */
export async function benchLifecycle({ rounds = 3, seconds = 6 } = {}): Promise<Figure[]> {
  const stage = await openStage(1_000_000);
  try {
    const rates: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const { rate } = await runLoad({
        port: stage.server.port,
        connections: 32,
        seconds,
        step: (connection, number) => live(connection, stage.people, number),
      });
      rates.push(rate);
    }
    const reference = `median of ${rounds}; DIGIT publishes 6.3/s on 16 cores`;
    return [atLeast('P4', 'whole case lives at 1,000,000 cases', median(rates), 250, '/s', reference)];
  } finally {
    await stage.close();
  }
}
