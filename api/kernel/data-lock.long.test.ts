import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { raceForLock } from './data-lock-race.ts';

test('R4: of two to four processes that start at once exactly one gets the folder, in 100 tries', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-lock-'));
  try {
    for (let round = 0; round < 100; round += 1) {
      const rivals = 2 + (round % 3);
      const { winner, refusals } = await raceForLock(folder, rivals);
      expect(refusals).toEqual(
        Array.from({ length: rivals - 1 }, () => ({ ownerPid: winner, withinTwoSeconds: true })),
      );
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
