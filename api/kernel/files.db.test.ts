import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../tools/test-postgres.ts';
import { type Context, type Db, openDb } from './db.ts';
import { discardImage, findImage, openImage, recordImage, storeImage } from './files.ts';
import { openStorage, type Storage } from './storage.ts';

const context: Context = {
  tenantId: '0193b1d2-0000-7000-8000-000000000001',
  accountId: '0193b1d2-0000-7000-8000-0000000000aa',
  reach: '*',
};
const clock = { now: () => new Date('2026-11-30T18:00:00.000Z') };
const folder = mkdtempSync(join(tmpdir(), 'linju-files-'));

let database: TestDatabase;
let db: Db;
let storage: Storage;
let photo: Buffer;

beforeAll(async () => {
  database = await cloneDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`insert into tenant (id, code, name) values ('${context.tenantId}', 's1', '一街')`);
  await owner.end();
  db = openDb(database.appUrl, 3, () => undefined);
  storage = await openStorage({ kind: 'local', folder });
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#c33' } })
    .jpeg()
    .toBuffer();
});

afterAll(async () => {
  await db.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const filesOnDisk = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test('what is no photo is refused with its code and leaves nothing', async () => {
  const refused = storeImage(storage, clock, context.tenantId, Buffer.from('not a photo'));
  await expect(refused).rejects.toMatchObject({ code: 'file.unsupported_type' });
  expect(filesOnDisk()).toEqual([]);
});

test('a photo is kept by street and month of its day here, recorded, and read back in both sizes', async () => {
  const image = await storeImage(storage, clock, context.tenantId, photo);
  expect(image.storageKey).toBe(`${context.tenantId}/2026/12/${image.id}.jpg`);
  await db.transaction(context, async (tx) => recordImage(tx, image));

  const found = await db.transaction(context, (tx) => findImage(tx, image.id));
  if (!found) return expect.fail('was not recorded');
  expect(found).toMatchObject({
    ...image,
    createdAt: expect.stringContaining('2026-11-30T18:00:00'),
    uploadedBy: context.accountId,
  });
  const full = await buffer(await openImage(storage, found, 'full'));
  const thumbnail = await buffer(await openImage(storage, found, 'thumbnail'));
  expect(full).toHaveLength(image.bytes);
  expect(await sharp(full).metadata()).toMatchObject({ width: 900, height: 600 });
  expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 480, height: 320 });
});

test('a photo of another street is not there', async () => {
  const image = await storeImage(storage, clock, context.tenantId, photo);
  await db.transaction(context, async (tx) => recordImage(tx, image));
  const stranger = { ...context, tenantId: '0193b1d2-0000-7000-8000-000000000002' };
  expect(await db.transaction(stranger, (tx) => findImage(tx, image.id))).toBeUndefined();
});

test('a discarded photo is gone from the disk, and asking for its bytes answers not found', async () => {
  const before = filesOnDisk().length;
  const image = await storeImage(storage, clock, context.tenantId, photo);
  expect(filesOnDisk()).toHaveLength(before + 2);
  await discardImage(storage, image);
  expect(filesOnDisk()).toHaveLength(before);
  await expect(openImage(storage, image, 'full')).rejects.toMatchObject({ code: 'request.not_found' });
});

test('a full disk is told as such and keeps no half', async () => {
  const removed: string[] = [];
  const full: Storage = {
    ...storage,
    async put(key) {
      if (key.includes('thumbnail')) return;
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    },
    async remove(key) {
      removed.push(key);
    },
  };
  await expect(storeImage(full, clock, context.tenantId, photo)).rejects.toMatchObject({ code: 'server.disk_full' });
  expect(removed).toHaveLength(2);
});
