import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DataFolderInUse, lockDataFolder, ownerOf } from './data-lock.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-lock-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('one process for a data folder', () => {
  test('the second is refused in under 2 s and told who has it', async () => {
    const lock = await lockDataFolder(folder);
    const before = performance.now();
    await expect(lockDataFolder(folder)).rejects.toThrow(DataFolderInUse);
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(ownerOf(folder)).toBe(process.pid);
    lock.release();
    expect(ownerOf(folder)).toBeUndefined();
  });

  test.for([
    ['a process that is gone', `${2 ** 22 - 3}.1.00000000`],
    ['a living process that began later: the number was given out again', `${process.ppid}.1.00000000`],
  ])('the claim of %s is cleared', async ([, claim]) => {
    fs.mkdirSync(path.join(folder, 'lock'));
    fs.writeFileSync(path.join(folder, 'lock', `claim-${claim}`), '');
    fs.writeFileSync(path.join(folder, 'lock', `held-${claim}`), '');
    expect(ownerOf(folder)).toBeUndefined();
    const lock = await lockDataFolder(folder);
    expect(ownerOf(folder)).toBe(process.pid);
    lock.release();
    expect(fs.readdirSync(path.join(folder, 'lock'))).toEqual([]);
  });
});
