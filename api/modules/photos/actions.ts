import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Photo } from '../../../contract/photos.ts';
import { type Actor, contextOf } from '../../kernel/actor.ts';
import { discardImage, recordImage, storeImage } from '../../kernel/files.ts';
import { idempotencyKey } from '../../kernel/http.ts';
import { claimKey, hashRequest, keepAnswer } from '../../kernel/idempotency.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import type { World } from '../../kernel/world.ts';

/**
 * Takes one photo from a multipart body, draws it anew without its metadata and keeps it; it hangs on nothing yet. A photo sent again
 * under the same key is the same photo.
 */
export async function takePhoto(world: World, actor: Actor, request: FastifyRequest): Promise<Photo> {
  const key = idempotencyKey(request);
  const upload = request.isMultipart() ? await request.file() : undefined;
  if (!upload) throw fail(kernelProblems, 'file.missing');
  const bytes = await upload.toBuffer();
  const image = await storeImage(world.storage, world.clock, actor.tenantId, bytes);
  const photo: Photo = {
    id: image.id,
    width: image.width,
    height: image.height,
    phase: null,
    takenAt: image.createdAt,
  };
  try {
    const kept = await world.db.transaction(contextOf(actor), async (tx) => {
      const hash = hashRequest(world.secrets, 'POST /photos', bytes.toString('base64'));
      const before = key ? await claimKey(tx, world.secrets, key, hash) : undefined;
      if (before) return before.body as Photo;
      recordImage(tx, image);
      if (key) keepAnswer(tx, world.secrets, key, hash, { status: 201, body: photo }, world.clock.now());
      return photo;
    });
    if (kept.id !== photo.id) await discardImage(world.storage, image);
    return kept;
  } catch (error) {
    await discardImage(world.storage, image);
    throw error;
  }
}
