import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { raceForLock } from './data-lock-race.ts';

test('of two processes that start at once exactly one gets the data folder, ten times over', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-lock-'));
  try {
    for (let round = 0; round < 10; round += 1) {
      const { winner, refusals } = await raceForLock(folder, 2);
      expect(refusals).toEqual([{ ownerPid: winner, withinTwoSeconds: true }]);
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
