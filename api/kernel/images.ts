import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Metadata, type Sharp } from 'sharp';

export type ImageFault = 'unsupported_type' | 'too_large' | 'too_many_pixels' | 'broken';

/** An upload that cannot be kept as a photo; `code` says why. */
export class ImageRefused extends Error {
  readonly code: ImageFault;

  constructor(code: ImageFault) {
    super(`Image refused: ${code}`);
    this.code = code;
  }
}

export interface PreparedImage {
  mime: 'image/jpeg' | 'image/webp';
  /** At most 2,048 px on the long side, upright, without any metadata. */
  original: Buffer;
  /** The same picture at most 480 px on the long side. */
  thumbnail: Buffer;
  width: number;
  height: number;
  /** SHA-256 of `original`. */
  sha256: Buffer;
}

export const maxImageBytes = 20 * 1024 * 1024;
const maxPixels = 50_000_000;
const originalSide = 2048;
const thumbnailSide = 480;
const readable = new Set(['image/jpeg', 'image/png', 'image/webp']);

sharp.cache(false);
sharp.concurrency(1);

let previous: Promise<unknown> = Promise.resolve();

/**
 * Reads an upload by its content, whatever its name claims, and draws it anew: what is stored holds nothing but the picture.
 * Pictures are drawn one after the other, because a decoded one may take 150 MB.
 * @throws {ImageRefused}
 */
export async function prepareImage(upload: Buffer): Promise<PreparedImage> {
  if (upload.length > maxImageBytes) throw new ImageRefused('too_large');
  const type = await fileTypeFromBuffer(upload);
  if (!type || !readable.has(type.mime)) throw new ImageRefused('unsupported_type');
  const { width, height, hasAlpha } = await readHeader(upload);
  if (width * height > maxPixels) throw new ImageRefused('too_many_pixels');

  const drawn = previous.then(() => draw(upload, hasAlpha));
  previous = drawn.catch(() => undefined);
  return drawn;
}

async function readHeader(upload: Buffer): Promise<Metadata> {
  try {
    return await sharp(upload, { limitInputPixels: false }).metadata();
  } catch {
    throw new ImageRefused('broken');
  }
}

async function draw(upload: Buffer, transparent: boolean): Promise<PreparedImage> {
  try {
    const photo = sharp(upload, { failOn: 'error', limitInputPixels: maxPixels }).autoOrient();
    const { data: original, info } = await encode(inside(photo, originalSide), transparent);
    const { data: thumbnail } = await encode(inside(sharp(original), thumbnailSide), transparent);
    const sha256 = createHash('sha256').update(original).digest();
    const mime = transparent ? 'image/webp' : 'image/jpeg';
    return { mime, original, thumbnail, width: info.width, height: info.height, sha256 };
  } catch {
    throw new ImageRefused('broken');
  }
}

function inside(picture: Sharp, side: number): Sharp {
  return picture
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: 10 });
}

function encode(picture: Sharp, transparent: boolean) {
  const encoded = transparent ? picture.webp({ quality: 82 }) : picture.jpeg({ quality: 82 });
  return encoded.toBuffer({ resolveWithObject: true });
}
