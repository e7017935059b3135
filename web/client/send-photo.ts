import { fetchKept, keep } from './device-store.ts';
import type { DraftPhoto } from './drafts.ts';
import { newKey } from './keys.ts';
import { uploadPhoto } from './photos.ts';
import { shrinkPhoto } from './shrink-photo.ts';

/** Puts a chosen picture on the shelf of this device. */
export async function keepPhoto(picture: Blob): Promise<DraftPhoto> {
  const id = newKey();
  await keep('photos', id, await shrinkPhoto(picture));
  return { id, photoId: null };
}

export const keptPicture = (photo: DraftPhoto) => fetchKept<Blob>('photos', photo.id);

/** Uploads once: the local id is the idempotency key, so a second try after a lost answer makes no second photo. */
export async function sendPhoto(photo: DraftPhoto, onProgress?: (share: number) => void): Promise<DraftPhoto> {
  if (photo.photoId) return photo;
  const picture = await keptPicture(photo);
  if (!picture) return photo;
  const { id } = await uploadPhoto(picture, { idempotencyKey: photo.id, onProgress });
  return { ...photo, photoId: id };
}
