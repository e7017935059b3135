import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStorage, type Storage } from './storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'linju-storage-'));
const tenant = '0193b1d2-7c1a-7e3f-9a55-3b0c6f1d2e4a';
const key = `${tenant}/2026/11/0193b1d2-aaaa-7e3f-9a55-3b0c6f1d2e4a.jpg`;

interface Seen {
  method: string;
  authorization: string;
  type: string | undefined;
}
const seen: Seen[] = [];
const bucket = new Map<string, Buffer>();
let server: Server;

async function answerLikeS3(request: IncomingMessage): Promise<{ status: number; body?: Buffer }> {
  const body = await buffer(request);
  const { method = '', url = '', headers } = request;
  seen.push({ method, authorization: headers.authorization ?? '', type: headers['content-type'] });
  const name = new URL(url, 'http://s3').pathname;
  if (name.includes('forbidden')) return { status: 403, body: Buffer.from('<Error><Code>AccessDenied</Code></Error>') };
  if (method === 'PUT') {
    bucket.set(name, body);
    return { status: 200 };
  }
  if (method === 'DELETE') {
    bucket.delete(name);
    return { status: 204 };
  }
  const held = bucket.get(name);
  if (!held) return { status: 404, body: Buffer.from('<Error><Code>NoSuchKey</Code></Error>') };
  return { status: 200, body: held };
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { status, body } = await answerLikeS3(request);
    response.writeHead(status, { 'content-length': body?.length ?? 0 });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function openS3(): Promise<Storage> {
  const { port } = server.address() as AddressInfo;
  return openStorage({
    kind: 's3',
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'photos',
    region: 'us-east-1',
    accessKeyId: 'AKTEST',
    secretAccessKey: 'secret',
  });
}

describe.each([
  ['a folder', () => openStorage({ kind: 'local', folder: join(folder, 'files') })],
  ['S3', openS3],
])('in %s', (_, openIt) => {
  test.each([
    '../secret.jpg',
    `${tenant}/../../etc/passwd.jpg`,
    '/etc/passwd.jpg',
    `${tenant}/a/..jpg`,
    `${tenant}\\a.jpg`,
    `${tenant}/a.jpg\0.png`,
    `${tenant}/%2e%2e/a.jpg`,
    `${tenant}//a.jpg`,
    `${tenant}/.hidden.jpg`,
    `${tenant}/a b.jpg`,
    'a.jpg',
    '',
  ])('the key %j is refused by every method', async (bad) => {
    const storage = await openIt();
    await expect(storage.put(bad, Buffer.from('x'), 'image/jpeg')).rejects.toThrow('Not a storage key');
    await expect(storage.get(bad)).rejects.toThrow('Not a storage key');
    await expect(storage.exists(bad)).rejects.toThrow('Not a storage key');
    await expect(storage.remove(bad)).rejects.toThrow('Not a storage key');
  });

  test('what was put is there, is replaced, and is gone after removal', async () => {
    const storage = await openIt();
    expect(await storage.get(key)).toBeNull();
    expect(await storage.exists(key)).toBe(false);
    await storage.remove(key);

    await storage.put(key, Buffer.from('first'), 'image/jpeg');
    await storage.put(key, Buffer.from('second'), 'image/jpeg');
    expect(await storage.exists(key)).toBe(true);
    const held = await storage.get(key);
    expect(held && (await buffer(held)).toString()).toBe('second');

    await storage.remove(key);
    expect(await storage.get(key)).toBeNull();
  });
});

test('every S3 request is signed, goes to the path of the bucket and names its type', async () => {
  const storage = await openS3();
  seen.length = 0;
  await storage.put(key, Buffer.from('x'), 'image/jpeg');
  await storage.exists(key);
  await storage.remove(key);
  expect(seen.map(({ method }) => method)).toEqual(['PUT', 'HEAD', 'DELETE']);
  expect(seen[0]?.type).toBe('image/jpeg');
  for (const { authorization } of seen) {
    expect(authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKTEST\/\d{8}\/us-east-1\/s3\/aws4_request, SignedHeaders=/,
    );
  }
});

test('a refusal of the S3 service is not taken for an absent file', async () => {
  const storage = await openS3();
  await expect(storage.get('forbidden/a.jpg')).rejects.toThrow();
  await expect(storage.exists('forbidden/a.jpg')).rejects.toThrow();
});

test('on disk, links are followed by no method, neither as file nor as folder', async () => {
  const root = join(folder, 'linked');
  const outside = join(folder, 'outside');
  mkdirSync(join(root, 'tenant'), { recursive: true });
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret.jpg'), 'secret');
  symlinkSync(join(outside, 'secret.jpg'), join(root, 'tenant', 'file.jpg'));
  symlinkSync(outside, join(root, 'tenant', 'folder'));
  const storage = await openStorage({ kind: 'local', folder: root });

  await expect(storage.get('tenant/file.jpg')).rejects.toThrow('ELOOP');
  expect(await storage.exists('tenant/file.jpg')).toBe(false);
  for (const attempt of [
    () => storage.get('tenant/folder/secret.jpg'),
    () => storage.exists('tenant/folder/secret.jpg'),
    () => storage.remove('tenant/folder/secret.jpg'),
    () => storage.put('tenant/folder/new.jpg', Buffer.from('x'), 'image/jpeg'),
    () => storage.put('tenant/folder/deeper/new.jpg', Buffer.from('x'), 'image/jpeg'),
  ]) {
    await expect(attempt()).rejects.toThrow('A link stands in the way');
  }
  await storage.put('tenant/file.jpg', Buffer.from('new'), 'image/jpeg');
  expect(readFileSync(join(outside, 'secret.jpg'), 'utf8')).toBe('secret');
  expect(readdirSync(outside)).toEqual(['secret.jpg']);
});

test('on disk, parallel puts of one key leave one whole file and nothing unfinished', async () => {
  const root = join(folder, 'parallel');
  const storage = await openStorage({ kind: 'local', folder: root });
  const bodies = Array.from({ length: 20 }, (_, index) => Buffer.alloc(50_000, index));
  await Promise.all(bodies.map((body) => storage.put('tenant/2026/a.jpg', body, 'image/jpeg')));
  expect(readdirSync(join(root, 'tenant', '2026'))).toEqual(['a.jpg']);
  const held = readFileSync(join(root, 'tenant', '2026', 'a.jpg'));
  expect(bodies.some((body) => body.equals(held))).toBe(true);
});
