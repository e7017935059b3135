import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSecretFile, openSecrets } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'linju-secrets-'));
const file = join(folder, 'secret');

beforeAll(() => createSecretFile(file));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['aes', 'sm4'] as const)('%s', (cipher) => {
  test('a single altered bit anywhere is refused', () => {
    const secrets = openSecrets(file, cipher);
    const sealed = secrets.encrypt('13812345678', 'person.phone');
    for (let index = 0; index < sealed.length; index++) {
      const altered = Buffer.from(sealed);
      altered[index] = (altered[index] as number) ^ 1;
      expect(() => secrets.decrypt(altered, 'person.phone'), `byte ${index}`).toThrow();
    }
  });

  test('another purpose and a cut text are refused', () => {
    const secrets = openSecrets(file, cipher);
    const sealed = secrets.encrypt('530102199001011234', 'person.id_number');
    expect(() => secrets.decrypt(sealed, 'person.phone')).toThrow();
    for (const length of [0, 1, 5, 20, sealed.length - 1]) {
      expect(() => secrets.decrypt(sealed.subarray(0, length), 'person.id_number')).toThrow();
    }
  });

  test('text comes back, also empty and outside the basic plane', () => {
    const secrets = openSecrets(file, cipher);
    for (const text of ['', '张丰', '𠮷野家', 'x'.repeat(10_000)]) {
      expect(secrets.decrypt(secrets.encrypt(text, 'p'), 'p')).toBe(text);
    }
  });

  test('equal text is sealed differently but indexed equally, per purpose', () => {
    const secrets = openSecrets(file, cipher);
    expect(secrets.encrypt('13812345678', 'p')).not.toEqual(secrets.encrypt('13812345678', 'p'));
    const index = secrets.blindIndex('13812345678', 'p');
    expect(index).toHaveLength(16);
    expect(secrets.blindIndex('13812345678', 'p')).toEqual(index);
    expect(secrets.blindIndex('13812345679', 'p')).not.toEqual(index);
    expect(secrets.blindIndex('13812345678', 'q')).not.toEqual(index);
  });

  test('derived keys differ by purpose and stay the same', () => {
    const secrets = openSecrets(file, cipher);
    expect(secrets.derive('cursor')).toHaveLength(32);
    expect(secrets.derive('cursor')).toEqual(openSecrets(file, cipher).derive('cursor'));
    expect(secrets.derive('cursor')).not.toEqual(secrets.derive('session'));
  });
});

test('what one cipher wrote is read after a change to the other', () => {
  const sealed = openSecrets(file, 'aes').encrypt('张丰', 'p');
  const sealedSm4 = openSecrets(file, 'sm4').encrypt('张丰', 'p');
  expect(openSecrets(file, 'sm4').decrypt(sealed, 'p')).toBe('张丰');
  expect(openSecrets(file, 'aes').decrypt(sealedSm4, 'p')).toBe('张丰');
});

test('rotation keeps old text readable and lookups stable; a dropped secret is named', () => {
  const before = openSecrets(file, 'aes');
  const sealed = before.encrypt('13812345678', 'p');
  const fresh = join(folder, 'fresh');
  createSecretFile(fresh);
  const rotated = join(folder, 'rotated');
  writeFileSync(rotated, readFileSync(fresh, 'utf8') + readFileSync(file, 'utf8'));
  const after = openSecrets(rotated, 'aes');
  expect(after.decrypt(sealed, 'p')).toBe('13812345678');
  expect(after.blindIndex('13812345678', 'p')).toEqual(before.blindIndex('13812345678', 'p'));
  expect(() => before.decrypt(after.encrypt('x', 'p'), 'p')).toThrow('not in the secret file');
});

test('the secret file is for its owner alone, is never overwritten, and too short a secret is refused', () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(() => createSecretFile(file)).toThrow('EEXIST');
  const short = join(folder, 'short');
  writeFileSync(short, 'c2hvcnQ=\n');
  expect(() => openSecrets(short, 'aes')).toThrow('fewer than 32 bytes');
  writeFileSync(short, '\n');
  expect(() => openSecrets(short, 'aes')).toThrow('is empty');
});
