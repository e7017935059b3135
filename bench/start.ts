import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { atMost, type Figure, median } from './figure.ts';
import { expectStatus, runLoad } from './load.ts';
import { startServer } from './server.ts';
import { openStage } from './stage.ts';
import { gridsEach, idOf } from './street.ts';
import { requestBody } from './write.ts';

const requests = 100_000;

/** P8: how long `npm start` takes with an existing database, and what memory the server keeps after 100,000 requests. */
export async function benchStart(): Promise<Figure[]> {
  return [await startTime(), await memory()];
}

async function startTime(): Promise<Figure> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-start-'));
  fs.chmodSync(dataFolder, 0o711);
  const times: number[] = [];
  try {
    // The first start makes the database and fills in what Node keeps of compiled code.
    for (let round = 0; round < 6; round++) {
      const server = await startServer({ dataFolder, throughNpm: true });
      const answer = await fetch(`http://127.0.0.1:${server.port}/api/health`);
      if (!answer.ok) throw new Error(`the first answer was ${answer.status}`);
      if (round > 0) times.push(server.readyAfter / 1_000);
      await server.stop();
    }
  } finally {
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
  return atMost('P8', 'npm start with an existing database', median(times), 4, 's', `median of ${times.length}`);
}

async function memory(): Promise<Figure> {
  const stage = await openStage(100_000);
  const { residents, staff } = stage.people;
  let done = 0;
  try {
    // Four pages read for each case raised.
    while (done < requests) {
      await runLoad({
        port: stage.server.port,
        connections: 32,
        seconds: 5,
        async step(connection, number) {
          done++;
          const resident = residents[number % residents.length]!;
          if (number % 5 === 0) {
            expectStatus(
              await connection.post('/api/v1/cases', resident.token, requestBody(number, resident.place)),
              201,
            );
            return;
          }
          const grid = resident.place;
          const { token } = staff[Math.floor(grid / gridsEach) * 3]!;
          expectStatus(await connection.get(`/api/v1/cases?area=${idOf('grid', grid)}&open=true&limit=20`, token), 200);
        },
      });
    }
    const reference = `resident memory after ${done.toLocaleString('en')} requests, 1 in 5 writes`;
    return atMost('P8', 'memory of the server', stage.server.memory(), 220, 'MB', reference);
  } finally {
    await stage.close();
  }
}
