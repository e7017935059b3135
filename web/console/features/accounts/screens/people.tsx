import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { useTitle } from '../../../app/crumb.ts';
import { AccountForm } from '../parts/account-form.tsx';
import { Person } from '../parts/person.tsx';
import { accountsQuery } from '../queries.ts';
import '../accounts.css';

/** Who may work here, in which roles and where. */
export function People() {
  const t = useWords();
  useTitle(t('console:nav.people'));
  const { q } = useSearch({ from: '/frame/people' });
  const navigate = useNavigate();
  const [words, setWords] = useState(q ?? '');
  const [adding, setAdding] = useState(false);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(accountsQuery(q));
  const accounts = data?.pages.flatMap((page) => page.items);
  return (
    <div className="page people">
      <header className="page-head">
        <h1>{t('console:nav.people')}</h1>
        <div className="acts">
          {!adding && (
            <Button icon="add" onClick={() => setAdding(true)}>
              {t('console:people.add')}
            </Button>
          )}
        </div>
      </header>
      {adding && <AccountForm onDone={() => setAdding(false)} />}
      <form
        className="find"
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ to: '/people', search: words.trim() ? { q: words.trim() } : {} });
        }}
      >
        <input
          className="input"
          type="search"
          aria-label={t('console:people.find')}
          placeholder={t('console:people.find')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button type="submit">{t('common:action.search')}</Button>
      </form>
      {!data && error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {accounts?.length === 0 && <Empty icon="people" text={t('console:people.none')} />}
      {accounts?.map((account) => (
        <Person key={account.id} account={account} />
      ))}
      {hasNextPage && (
        <p>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('console:inbox.more')}
          </Button>
        </p>
      )}
    </div>
  );
}
