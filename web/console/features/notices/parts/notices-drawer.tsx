import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { noticesQuery } from '../../../../client/queries/notices.ts';
import { Button } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { useMarkRead } from '../mutations.ts';
import { NoticeLine } from './notice-line.tsx';
import '../notices.css';

/** One's own notices, the newest first; Escape or a press beside it closes it, and what was shown counts as read. */
export default function NoticesDrawer({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(noticesQuery);
  const reading = useMarkRead();
  useEffect(() => dialog.current?.showModal(), []);
  const notices = data?.pages.flatMap((page) => page.items) ?? [];
  const newest = notices[0];
  const unread = notices.some((notice) => !notice.readAt);
  const close = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby="notices-title"
      onClose={() => {
        if (newest && unread) reading.mutate(newest.id);
        onClose();
      }}
      onPointerDown={(event) => event.target === dialog.current && close()}
    >
      <div className="head">
        <h2 id="notices-title">{t('notices.title')}</h2>
        {newest && unread && (
          <Button look="quiet" busy={reading.isPending} onClick={() => reading.mutate(newest.id)}>
            {t('notices:markAll')}
          </Button>
        )}
        <button type="button" className="icon-btn" aria-label={t('common:action.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {!data && error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={4} />}
      {data && notices.length === 0 && <Empty icon="bell" text={t('console:notices.empty')} />}
      <ul>
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} onOpen={close} />
        ))}
      </ul>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('console:inbox.more')}
        </Button>
      )}
    </dialog>
  );
}
