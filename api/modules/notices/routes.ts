import { MarkRead, Notices, NoticesQuery, Unread } from '../../../contract/notices.ts';
import { type AnyRoute, openRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { readNotices } from './actions.ts';
import { noticePage } from './reports.ts';
import { openStream } from './sync.ts';

export function noticesRoutes(world: World): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/notices',
      summary: 'My notices, newest first',
      permission: 'signed_in',
      query: NoticesQuery,
      reply: Notices,
      problems: ['request.bad_cursor'],
      handle: ({ tx, query }) => noticePage(tx, query),
    }),
    route({
      method: 'POST',
      path: '/notices/reading',
      summary: 'Mark my notices as read',
      permission: 'signed_in',
      body: MarkRead,
      reply: Unread,
      handle: (call) => readNotices(call, call.body.upTo),
    }),
    openRoute({
      method: 'GET',
      path: '/notices/stream',
      summary: 'My notices as they come (server-sent events `notice` and `unread`)',
      access: 'signed_in',
      produces: 'text/event-stream',
      handle: ({ actor, reply, request }) => openStream(world, actor, request, reply),
    }),
  ];
}
