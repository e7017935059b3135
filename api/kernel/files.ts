import type { Readable } from 'node:stream';
import { uuidv7 } from 'uuidv7';
import { type Clock, dayOf } from './clock.ts';
import { sql, type Tx } from './db.ts';
import { ImageRefused, prepareImage } from './images.ts';
import { fail } from './problem.ts';
import { kernelProblems } from './problems.ts';
import type { Storage } from './storage.ts';

/** A photo whose bytes are kept. Who may see it follows from what it hangs on, which its module decides. */
export interface StoredImage {
  id: string;
  mime: string;
  bytes: number;
  width: number;
  height: number;
  sha256: Buffer;
  storageKey: string;
  thumbnailKey: string;
  createdAt: string;
}

/**
 * Draws an upload anew and keeps its bytes. Before the transaction that records it, because drawing takes 70 to 700 ms, for which no
 * database connection should wait.
 * @throws file.unsupported_type, file.too_large, file.too_many_pixels, file.broken, server.disk_full
 */
export async function storeImage(
  storage: Storage,
  clock: Clock,
  tenantId: string,
  upload: Buffer,
): Promise<StoredImage> {
  const image = await prepareImage(upload).catch((error) => {
    throw error instanceof ImageRefused ? fail(kernelProblems, `file.${error.code}`) : error;
  });
  const id = uuidv7();
  const createdAt = clock.now();
  const [year, month] = dayOf(createdAt).split('-');
  const ending = image.mime === 'image/webp' ? 'webp' : 'jpg';
  const stem = `${tenantId}/${year}/${month}/${id}`;
  const stored: StoredImage = {
    id,
    mime: image.mime,
    bytes: image.original.length,
    width: image.width,
    height: image.height,
    sha256: image.sha256,
    storageKey: `${stem}.${ending}`,
    thumbnailKey: `${stem}.thumbnail.${ending}`,
    createdAt: createdAt.toISOString(),
  };
  try {
    await storage.put(stored.thumbnailKey, image.thumbnail, image.mime);
    await storage.put(stored.storageKey, image.original, image.mime);
  } catch (error) {
    await discardImage(storage, stored);
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC'
      ? fail(kernelProblems, 'server.disk_full', {}, { cause: error })
      : error;
  }
  return stored;
}

/** Records the photo as uploaded by the actor of the transaction. When the transaction fails, discard the image. */
export function recordImage(tx: Tx, image: StoredImage): void {
  const { tenantId, accountId } = tx.context;
  tx.send(sql`
    insert into file (tenant_id, id, mime, bytes, width, height, sha256, storage_key, thumbnail_key, uploaded_by, created_at)
    values (${tenantId}, ${image.id}, ${image.mime}, ${image.bytes}, ${image.width}, ${image.height}, ${image.sha256},
      ${image.storageKey}, ${image.thumbnailKey}, ${accountId}, ${image.createdAt})`);
}

/** Takes away the bytes of a photo that is recorded nowhere. */
export async function discardImage(storage: Storage, image: StoredImage): Promise<void> {
  await Promise.allSettled([storage.remove(image.storageKey), storage.remove(image.thumbnailKey)]);
}

/** The photo with its uploader; undefined in another street. */
export function findImage(tx: Tx, id: string): Promise<(StoredImage & { uploadedBy: string }) | undefined> {
  return tx.maybe(sql`
    select id, mime, bytes, width, height, sha256, storage_key as "storageKey", thumbnail_key as "thumbnailKey",
      uploaded_by as "uploadedBy", created_at as "createdAt"
    from file where tenant_id = ${tx.context.tenantId} and id = ${id}`);
}

/** @throws request.not_found when the bytes are not there. */
export async function openImage(storage: Storage, image: StoredImage, size: 'full' | 'thumbnail'): Promise<Readable> {
  const bytes = await storage.get(size === 'full' ? image.storageKey : image.thumbnailKey);
  if (!bytes) throw fail(kernelProblems, 'request.not_found');
  return bytes;
}
