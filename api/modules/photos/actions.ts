import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Photo } from '../../../contract/photos.ts';
import { type Actor, contextOf } from '../../kernel/actor.ts';
import { discardImage, recordImage, storeImage } from '../../kernel/files.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import type { World } from '../../kernel/world.ts';

/** Takes one photo from a multipart body, draws it anew without its metadata and keeps it; it hangs on nothing yet. */
export async function takePhoto(world: World, actor: Actor, request: FastifyRequest): Promise<Photo> {
  const upload = request.isMultipart() ? await request.file() : undefined;
  if (!upload) throw fail(kernelProblems, 'file.missing');
  const image = await storeImage(world.storage, world.clock, actor.tenantId, await upload.toBuffer());
  try {
    await world.db.transaction(contextOf(actor), async (tx) => recordImage(tx, image));
  } catch (error) {
    await discardImage(world.storage, image);
    throw error;
  }
  return { id: image.id, width: image.width, height: image.height, phase: null, takenAt: image.createdAt };
}
