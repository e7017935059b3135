import type { Notice, Notices, Unread } from '../../contract/notices.ts';
import { address } from './address.ts';
import { call } from './http.ts';

export const listNotices = (query: { cursor?: string; unread?: boolean; limit?: number } = {}) =>
  call<Notices>('GET', '/notices', { query });
/** Marks everything up to `upTo` as read, or all. */
export const markRead = (upTo?: string) => call<Unread>('POST', '/notices/reading', { body: upTo ? { upTo } : {} });

export interface NoticeListeners {
  readonly onNotice: (notice: Notice) => void;
  readonly onUnread?: (unread: number) => void;
}

const longestPause = 60_000;

/**
 * Listens to one's own notices as they happen; answers a function that stops it. The browser reconnects by itself after a
 * broken line, but gives up for good when the server answers with an error, so that case is retried here with growing pauses.
 */
export function openNoticeStream({ onNotice, onUnread }: NoticeListeners): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = 1000;
  const open = () => {
    source = new EventSource(address('/notices/stream'), { withCredentials: true });
    source.addEventListener('open', () => {
      pause = 1000;
    });
    source.addEventListener('notice', (event) => onNotice(JSON.parse(event.data)));
    source.addEventListener('unread', (event) => onUnread?.((JSON.parse(event.data) as Unread).unread));
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, pause);
      pause = Math.min(pause * 2, longestPause);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
