import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Notice } from '../../../contract/notices.ts';
import { listNotices, openNoticeStream } from '../notices.ts';
import { casesKey } from './cases.ts';

const noticesKey = ['notices'] as const;

export const unreadQuery = queryOptions({
  queryKey: [...noticesKey, 'unread'],
  queryFn: async () => (await listNotices({ limit: 1 })).unread,
});

export const noticesQuery = infiniteQueryOptions({
  queryKey: [...noticesKey, 'list'],
  queryFn: ({ pageParam }) => listNotices({ cursor: pageParam, limit: 30 }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

/** Keeps the unread count and every open list of cases live while the component is on the screen. */
export function useLiveNotices(queries: QueryClient, onNotice?: (notice: Notice) => void) {
  useEffect(
    () =>
      openNoticeStream({
        onNotice: (notice) => {
          void queries.invalidateQueries({ queryKey: noticesKey });
          void queries.invalidateQueries({ queryKey: casesKey });
          onNotice?.(notice);
        },
        onUnread: (unread) => queries.setQueryData(unreadQuery.queryKey, unread),
      }),
    [queries, onNotice],
  );
}
