import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, settingsAsMarkdown } from './config.ts';

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('settings', () => {
  test('every wrong one is named in one go, and secrets are not repeated', () => {
    const faults = faultsOf({
      PORT: '99999',
      LINJU_CIPHER: 'des',
      TRUST_PROXY: '10.0.0.0/8,somewhere',
      DATABASE_URL: 'mysql://root:hush@host/db',
      POOL_SIZE: '1',
    });
    const names = faults.map((fault) => fault.split(':')[0]);
    expect(names.sort()).toEqual(['DATABASE_URL', 'LINJU_CIPHER', 'POOL_SIZE', 'PORT', 'TRUST_PROXY']);
    expect(faults.join()).not.toContain('hush');
  });

  test('S3 needs its address, bucket and keys', () => {
    const faults = faultsOf({ LINJU_FILES: 's3' });
    expect(faults).toHaveLength(4);
    expect(faults.every((fault) => fault.includes('is needed with LINJU_FILES=s3'))).toBe(true);
  });

  test('an empty variable counts as unset', () => {
    expect(readConfig({ PORT: '', LINJU_DATA: '/data' })).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:8080',
      secretFile: '/data/secret.key',
      files: { kind: 'local', folder: '/data/files' },
      poolSize: 10,
      trustProxy: [],
    });
  });

  test.for([
    [{}, true],
    [{ DATABASE_URL: 'postgresql://linju@db/linju' }, false],
    [{ DATABASE_URL: 'postgresql://linju@db/linju', LINJU_DEMO: 'on' }, true],
    [{ LINJU_DEMO: 'off' }, false],
  ] as const)('demonstration with %o: %s', ([env, expected]) => {
    expect(readConfig(env).demo).toBe(expected);
  });

  test('docs/configuration.md lists each with a sentence (`vitest run --project pure -u` writes it anew)', async () => {
    const page = settingsAsMarkdown();
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) expect(row).toMatch(/^\| `[A-Z0-9_]+` \| [A-Z].+\. \| .*\|$/);
    await expect(page).toMatchFileSnapshot('../../docs/configuration.md');
  });
});
