import '../notices.css';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import type { Notice } from '../../../../../contract/notices.ts';
import { when } from '../../../../client/dates.ts';
import { asksToAct, noticeSentence } from '../../../../client/i18n/case-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { markRead } from '../../../../client/notices.ts';
import { noticesQuery, unreadQuery } from '../../../../client/queries/notices.ts';
import { Button } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Answer } from '../../../app/answers.tsx';
import { NavBar } from '../../../app/nav-bar.tsx';

/** What moved. Having seen the list counts as read: the count goes, the marks stay for this visit. */
export function NoticeList() {
  const t = useWords();
  const notices = useInfiniteQuery(noticesQuery);
  const queries = useQueryClient();
  const unread = useQuery(unreadQuery).data ?? 0;
  const newest = notices.data?.pages[0]?.items[0];
  useEffect(() => {
    if (!newest || newest.readAt) return;
    void markRead(newest.id).then(
      (answer) => queries.setQueryData(unreadQuery.queryKey, answer.unread),
      () => undefined,
    );
  }, [newest, queries]);
  return (
    <main>
      <NavBar title={t('notices.title')} />
      <p className="visually-hidden" role="status">
        {unread > 0 ? t('notices.unread', { count: unread }) : t('notices:allRead')}
      </p>
      <div className="card list">
        <Answer query={notices} rows={5}>
          {({ pages }) => <Items notices={pages.flatMap((page) => page.items)} />}
        </Answer>
      </div>
      {notices.hasNextPage && (
        <div className="more">
          <Button busy={notices.isFetchingNextPage} onClick={() => notices.fetchNextPage()}>
            {t('action.more')}
          </Button>
        </div>
      )}
    </main>
  );
}

function Items({ notices }: { notices: readonly Notice[] }) {
  const t = useWords();
  if (notices.length === 0) return <Empty icon="bell" text={t('notices:empty')} />;
  return (
    <ul className="rows notices">
      {notices.map((notice) => (
        <li key={notice.id} className={notice.readAt ? undefined : 'is-new'}>
          <To notice={notice}>
            <Icon {...markOf(notice)} />
            <span>
              {noticeSentence(t, notice)}
              <time dateTime={notice.at}>{when(notice.at)}</time>
            </span>
          </To>
        </li>
      ))}
    </ul>
  );
}

/** What a notice is about: a case, many of them, or how one signs in. */
function To({ notice, children }: { notice: Notice; children: ReactNode }) {
  if (notice.subjectKind === 'account') return <Link to="/me/security">{children}</Link>;
  if (notice.subjectKind === 'hotline_import') return <Link to="/grid">{children}</Link>;
  return (
    <Link
      to={notice.subjectKind === 'followed_case' ? '/followed/$caseId' : '/cases/$caseId'}
      params={{ caseId: notice.subjectId }}
    >
      {children}
    </Link>
  );
}

/** Vermilion only while it is new and asks for something. */
const markOf = ({ code, readAt }: Notice) =>
  asksToAct(code) && !readAt ? ({ name: 'current', className: 'you' } as const) : ({ name: 'open' } as const);
