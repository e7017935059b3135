import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { Photo } from '../../../contract/photos.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';

let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(() => street.close());

async function uploaded(person: Person): Promise<Photo> {
  const picture = sharp({ create: { width: 1_200, height: 800, channels: 3, background: 'blue' } });
  const bytes = await picture
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '26/1 38/1 0/1' } })
    .jpeg()
    .toBuffer();
  const answer = await street.as(person).upload<Photo>('/photos', bytes);
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

async function bytesOf(person: Person, address: string): Promise<Buffer> {
  const token = await street.token(person);
  const answer = await street.app.inject({ url: `/api/v1${address}`, headers: { authorization: `Bearer ${token}` } });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/jpeg']);
  return answer.rawPayload;
}

describe('photos', () => {
  it('are refused when they are none', async () => {
    const chen = street.as('chen');
    expect((await chen.upload('/photos', Buffer.from('<svg onload=alert(1)>'))).code).toBe('file.unsupported_type');
    expect((await chen.upload('/photos', Buffer.from('%PDF-1.7 text'))).code).toBe('file.unsupported_type');
    expect((await chen.post('/photos', { photo: 'x' })).code).toBe('file.missing');
    const half = (
      await sharp({ create: { width: 900, height: 900, channels: 3, background: 'red' } })
        .jpeg()
        .toBuffer()
    ).subarray(0, 900);
    expect((await chen.upload('/photos', half)).code).toBe('file.broken');
  });

  it('lose where they were taken, and come in two sizes', async () => {
    const { id, width, height, phase } = await uploaded('chen');
    expect([width, height, phase]).toEqual([1_200, 800, null]);
    const full = await bytesOf('chen', `/photos/${id}`);
    expect((await sharp(full).metadata()).exif).toBeUndefined();
    const small = await sharp(await bytesOf('chen', `/photos/${id}?size=thumbnail`)).metadata();
    expect(small.width).toBeLessThan(600);
    expect((await street.as('chen').get(`/photos/${id}?size=huge`)).code).toBe('request.invalid');
  });

  it('sent again under the same key are the same photo, another photo under it is none', async () => {
    const draw = (background: string) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .jpeg()
        .toBuffer();
    const key = { 'idempotency-key': 'photo-of-the-lamp' };
    const chen = street.as('chen');
    const first = await chen.upload<Photo>('/photos', await draw('blue'), key);
    const again = await chen.upload<Photo>('/photos', await draw('blue'), key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect((await chen.upload('/photos', await draw('red'), key)).code).toBe('request.key_reused');
  });

  it('are the uploader’s own until they hang on something', async () => {
    const { id } = await uploaded('chen');
    for (const person of ['wang', 'wu', 'xu', 'hu'] as const) {
      expect((await street.as(person).get(`/photos/${id}`)).code).toBe('photos.not_found');
    }
    await street.as('chen').post<Case>('/cases', { body: '楼道灯坏了', photoIds: [id] });
    expect((await bytesOf('wu', `/photos/${id}`)).length).toBeGreaterThan(100);
    expect((await street.as('wang').get(`/photos/${id}`)).code).toBe('photos.not_found');
  });
});
