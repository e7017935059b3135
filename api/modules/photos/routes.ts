import { Photo, PhotoSize, photosProblems } from '../../../contract/photos.ts';
import { IdParams } from '../../../contract/wire.ts';
import { contextOf } from '../../kernel/actor.ts';
import { findImage, openImage } from '../../kernel/files.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import { type AnyRoute, openRoute } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { maySeePhoto } from '../cases/index.ts';
import { takePhoto } from './actions.ts';

export function photosRoutes(world: World): AnyRoute[] {
  return [
    openRoute({
      method: 'POST',
      path: '/photos',
      summary: 'Upload a photo (multipart, field `photo`)',
      access: 'signed_in',
      reply: Photo,
      status: 201,
      consumes: 'multipart/form-data',
      problems: ['file.missing', 'file.unsupported_type', 'file.too_large', 'file.too_many_pixels', 'file.broken'],
      handle: ({ actor, request }) => {
        if (!actor) throw fail(kernelProblems, 'request.unauthenticated');
        return takePhoto(world, actor, request);
      },
    }),
    openRoute({
      method: 'GET',
      path: '/photos/:id',
      summary: 'A photo, in full or as thumbnail',
      access: 'signed_in',
      params: IdParams,
      query: PhotoSize,
      produces: 'image/*',
      problems: ['photos.not_found'],
      async handle({ db, actor, params, query, reply }) {
        if (!actor) throw fail(kernelProblems, 'request.unauthenticated');
        const image = await db.transaction(contextOf(actor), async (tx) =>
          (await maySeePhoto(tx, world, actor, params.id)) ? findImage(tx, params.id) : undefined,
        );
        if (!image) throw fail(photosProblems, 'photos.not_found');
        const bytes = await openImage(world.storage, image, query.size);
        reply.header('content-type', image.mime).header('cache-control', 'private, max-age=86400, immutable');
        return reply.send(bytes);
      },
    }),
  ];
}
