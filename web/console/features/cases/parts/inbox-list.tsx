import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Cases } from '../../../../../contract/inbox.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { type InboxFilter, tabFilters } from '../filter.ts';
import { CaseTable, type CaseTableProps } from './case-table.tsx';

interface InboxListProps extends CaseTableProps {
  readonly list: UseInfiniteQueryResult<InfiniteData<Cases>>;
  readonly filter: InboxFilter;
  readonly onHelp: () => void;
}

/** The list with its bad days: waiting, failed, nothing there; and the line of keys below it. */
export function InboxList({ list, filter, onHelp, ...table }: InboxListProps) {
  const t = useWords();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  return (
    <div className="tbl" aria-busy={list.isFetching}>
      <div className="tbl-body">
        {!data && error && <Failure error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Waiting />}
        {data && table.rows.length > 0 && <CaseTable {...table} />}
        {data && table.rows.length === 0 && <Nothing filter={filter} />}
        {data && error && <Failure error={error} onRetry={() => void (hasNextPage ? fetchNextPage() : refetch())} />}
        {hasNextPage && !error && (
          <p className="more">
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('console:inbox.more')}
            </Button>
          </p>
        )}
      </div>
      <div className="end">
        {[
          ['J', 'K', 'move'],
          ['A', 'assign'],
          ['X', 'choose'],
        ].map((line) => (
          <span key={line.at(-1)} aria-hidden="true">
            {line.slice(0, -1).map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
            {t(`console:end.${line.at(-1)}`)}
          </span>
        ))}
        <button type="button" onClick={onHelp}>
          <kbd>?</kbd> {t('console:keys')}
        </button>
        <span className="r">
          {data && t(hasNextPage ? 'console:inbox.shownMore' : 'console:inbox.shown', { count: table.rows.length })}
          <i className="dot" />
          {t(`console:sort.${table.sort}`)}
        </span>
      </div>
    </div>
  );
}

function Nothing({ filter }: { filter: InboxFilter }) {
  const t = useWords();
  if (filter.q) return <Empty icon="search" text={t('console:inbox.notFound', { q: filter.q })} />;
  const all = (
    <Link className="btn" to="/" search={tabFilters.all}>
      {t('console:inbox.showAll')}
    </Link>
  );
  return <Empty text={t('console:inbox.empty')} action={all} />;
}
