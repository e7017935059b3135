import { expect, test } from 'vitest';
import { judge, type ServingFacts } from './boot-check.ts';

const safe: ServingFacts = {
  role: 'linju_app',
  serverVersion: 180_004,
  superuser: false,
  bypassesRowSecurity: false,
  ownedTables: [],
  fsync: 'on',
  fullPageWrites: 'on',
  synchronousCommit: 'on',
  dataChecksums: 'on',
};

test('a safe server with a powerless serving role is accepted', () => {
  expect(judge(safe, 'embedded')).toEqual({ faults: [], warnings: [] });
});

test.for([
  [{ superuser: true }, 'superuser'],
  [{ bypassesRowSecurity: true }, 'BYPASSRLS'],
  [{ ownedTables: ['area'] }, 'owner of area'],
  [{ fsync: 'off' }, 'fsync'],
  [{ fullPageWrites: 'off' }, 'full_page_writes'],
  [{ synchronousCommit: 'off' }, 'synchronous_commit'],
  [{ serverVersion: 140_011 }, 'PostgreSQL 14'],
] as const)('%o is refused', ([change, word]) => {
  for (const kind of ['embedded', 'external'] as const) {
    const { faults } = judge({ ...safe, ...change }, kind);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(word);
  }
});

test('missing checksums are refused at home and advised against elsewhere', () => {
  const facts = { ...safe, dataChecksums: 'off' };
  expect(judge(facts, 'embedded').faults).toHaveLength(1);
  expect(judge(facts, 'external')).toMatchObject({ faults: [], warnings: [expect.stringContaining('checksums')] });
});
