import { useInfiniteQuery } from '@tanstack/react-query';
import type { AccountEvent } from '../../../../../contract/roles.ts';
import { when } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { eventsOfQuery } from '../queries.ts';

/** What was done to and by the account, newest first. */
export function History({ accountId }: { accountId: string }) {
  const t = useWords();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    eventsOfQuery(accountId),
  );
  return (
    <section className="box">
      <h2>{t('people:history')}</h2>
      {!data && error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={4} />}
      <ul className="lines history">
        {data?.pages
          .flatMap((page) => page.items)
          .map((event) => (
            <Line key={event.id} event={event} />
          ))}
      </ul>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('console:inbox.more')}
        </Button>
      )}
    </section>
  );
}

function Line({ event: { at, verb, by, role, area } }: { event: AccountEvent }) {
  const t = useWords();
  return (
    <li>
      <span>
        <b>{t(`people:verb.${verb}`)}</b>
        {role && (
          <span className="hint">
            {role}
            <i className="dot" />
            {area}
          </span>
        )}
      </span>
      <span className="hint">
        {by ?? t('people:by.command')}
        <i className="dot" />
        <time dateTime={at}>{when(at)}</time>
      </span>
    </li>
  );
}
