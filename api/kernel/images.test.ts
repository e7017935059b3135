import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type ImageFault, ImageRefused, maxImageBytes, prepareImage } from './images.ts';

/** The entry of the first EXIF directory that leads to the position, as sharp writes it. */
const gpsTag = Buffer.from([0x25, 0x88, 0x04, 0x00]);
const red = { r: 200, g: 30, b: 30 };

function photo(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: red } });
}

async function faultOf(upload: Buffer): Promise<ImageFault> {
  return prepareImage(upload).then(
    () => expect.fail('was accepted'),
    (refused) => refused.code,
  );
}

/** A PNG whose header claims any size, at the cost of a few bytes. */
function claimedPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('a 50,000 × 50,000 PNG is refused from its header in under 2 s and without its memory', async () => {
  const before = process.memoryUsage().rss;
  const started = performance.now();
  expect(await faultOf(claimedPng(50_000, 50_000))).toBe('too_many_pixels');
  expect(performance.now() - started).toBeLessThan(2000);
  expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
});

test.each([
  ['text', Buffer.from('not a picture at all')],
  ['nothing', Buffer.alloc(0)],
  ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
  [
    'a drawing with script',
    Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
  ],
  ['an archive', Buffer.from('UEsDBBQAAAAIAA==', 'base64')],
  ['a program', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0', 'latin1')],
])('%s is not a photo', async (_, upload) => {
  expect(await faultOf(upload)).toBe('unsupported_type');
});

test('a GIF and an AVIF are pictures, but not of a kind that is kept', async () => {
  expect(await faultOf(await photo(8, 8).gif().toBuffer())).toBe('unsupported_type');
  expect(await faultOf(await photo(8, 8).avif().toBuffer())).toBe('unsupported_type');
});

test('more than 20 MB is refused, whatever it is', async () => {
  expect(await faultOf(Buffer.alloc(maxImageBytes + 1))).toBe('too_large');
});

test('cut and damaged files are refused', async () => {
  const jpeg = await photo(400, 300).jpeg().toBuffer();
  expect(await faultOf(jpeg.subarray(0, jpeg.length / 2))).toBe('broken');
  expect(await faultOf(jpeg.subarray(0, 30))).toBe('broken');
  expect(await faultOf(claimedPng(100, 100))).toBe('broken');
});

test('no damage whatever gives another answer than a photo or a refusal', async () => {
  const sound = await Promise.all([
    photo(64, 48).jpeg({ progressive: true }).toBuffer(),
    photo(64, 48).png().toBuffer(),
    photo(64, 48).webp().toBuffer(),
  ]);
  const spots = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 });
  const damage = fc.asyncProperty(fc.constantFrom(...sound), spots, fc.nat(), async (file, changes, cut) => {
    const damaged = Buffer.from(file.subarray(0, 1 + (cut % 2 ? file.length : cut % file.length)));
    for (const [at, value] of changes) damaged[at % damaged.length] = value;
    await prepareImage(damaged).catch((refused) => expect(refused).toBeInstanceOf(ImageRefused));
  });
  await fc.assert(damage, { numRuns: 300 });
});

test('a damaged file does not hold up the next', async () => {
  const good = await photo(40, 30).jpeg().toBuffer();
  const [damaged, fine] = await Promise.allSettled([prepareImage(claimedPng(100, 100)), prepareImage(good)]);
  expect([damaged.status, fine.status]).toEqual(['rejected', 'fulfilled']);
});

test('position and every other metadata is gone, and the picture stands upright', async () => {
  const upload = await photo(60, 40)
    .withExif({
      IFD0: { Make: 'Huawei', Artist: '张三' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '26/1 38/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '118/1 10/1 43/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const before = await sharp(upload).metadata();
  expect(before.exif?.toString('latin1')).toContain('Huawei');
  expect(before.exif?.includes(gpsTag)).toBe(true);
  expect(before.orientation).toBe(6);

  const { original, thumbnail, width, height } = await prepareImage(upload);
  expect({ width, height }).toEqual({ width: 40, height: 60 });
  for (const stored of [original, thumbnail]) {
    const { exif, xmp, iptc, icc, orientation } = await sharp(stored).metadata();
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
    expect(stored.toString('latin1')).not.toMatch(/Exif|GPS|Huawei/);
  }
});

test('what hangs behind the picture does not come along', async () => {
  const jpeg = await photo(50, 50).jpeg().toBuffer();
  const polyglot = Buffer.concat([jpeg, Buffer.from('PK\x03\x04evil.html<script>alert(1)</script>')]);
  const { original } = await prepareImage(polyglot);
  expect(original.toString('latin1')).not.toMatch(/script|evil/);
});

test('a large photo becomes 2,048 px with a thumbnail of 480, a small one keeps its size', async () => {
  const large = await prepareImage(await photo(4000, 3000).jpeg().toBuffer());
  expect(large).toMatchObject({ mime: 'image/jpeg', width: 2048, height: 1536 });
  expect(await sharp(large.thumbnail).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 360 });
  expect(large.sha256).toHaveLength(32);

  const small = await prepareImage(await photo(120, 90).webp().toBuffer());
  expect(small).toMatchObject({ mime: 'image/jpeg', width: 120, height: 90 });
});

test('transparency is kept', async () => {
  const drawn = sharp({ create: { width: 20, height: 20, channels: 4, background: { ...red, alpha: 0.5 } } });
  const { mime, original, thumbnail } = await prepareImage(await drawn.png().toBuffer());
  expect(mime).toBe('image/webp');
  expect(await sharp(original).metadata()).toMatchObject({ format: 'webp', hasAlpha: true });
  expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'webp', hasAlpha: true });
});
