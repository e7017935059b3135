import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Config, readConfig } from './config.ts';
import { openOwnSecrets } from './secret-file.ts';

let folder: string;
let config: Config;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-secret-'));
  config = readConfig({ LINJU_DATA: path.join(folder, 'data') });
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

test('the first start makes a key only its owner can read, and the next one uses it', () => {
  const sealed = openOwnSecrets(config).encrypt('13800001234', 'phone');
  expect(fs.statSync(config.secretFile).mode & 0o777).toBe(0o600);
  expect(openOwnSecrets(config).decrypt(sealed, 'phone')).toBe('13800001234');
});

test('a database without its key is not given a new one', () => {
  openOwnSecrets(config);
  fs.mkdirSync(path.join(config.dataFolder, 'postgres'));
  fs.writeFileSync(path.join(config.dataFolder, 'postgres', 'PG_VERSION'), '18\n');
  fs.rmSync(config.secretFile);
  expect(() => openOwnSecrets(config)).toThrow(/is missing, and the database in .* was written with it/);
  expect(fs.existsSync(config.secretFile)).toBe(false);
});
