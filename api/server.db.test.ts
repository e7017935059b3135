import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { killAndCompare } from '../bench/kills.ts';
import { startServer } from '../bench/server.ts';
import { stopUnderLoad } from '../bench/stop-under-load.ts';

test('kills of the whole server and of its database lose nothing and leave nothing half', {
  timeout: 120_000,
}, async () => {
  // How soon it is back is measured where nothing else runs beside it: bench/kills.long.test.ts.
  const { confirmed, lost, halves } = await killAndCompare(3);
  expect({ lost, halves }).toEqual({ lost: [], halves: [] });
  expect(confirmed).toBeGreaterThan(10);
});

test('R6: every request in flight is answered when the server is told to stop', { timeout: 60_000 }, async () => {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-stop-'));
  fs.chmodSync(dataFolder, 0o711);
  const server = await startServer({ dataFolder });
  try {
    const { answered, failed, exitCode, took } = await stopUnderLoad(server, '/api/v1/streets', '');
    expect(failed).toEqual([]);
    expect(answered).toBeGreaterThan(30);
    expect(exitCode).toBe(0);
    expect(took).toBeLessThan(10_000);
  } finally {
    await server.stop();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
});
