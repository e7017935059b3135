import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Account } from '../../../../../contract/accounts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import { Chip } from '../../../../ui/status.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { useAreaOptions } from '../../../app/areas.ts';
import { useTitle } from '../../../app/crumb.ts';
import { AccountForm } from '../parts/account-form.tsx';
import { RolesTabs } from '../parts/roles-tabs.tsx';
import { accountsQuery, rolesQuery } from '../queries.ts';
import '../roles.css';

/** Who may work here, in which roles and where; each opens to a page of their own. */
export function People() {
  const t = useWords();
  useTitle(t('console:nav.people'));
  const filter = useSearch({ from: '/frame/people' });
  const [adding, setAdding] = useState(false);
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    accountsQuery(filter),
  );
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
      <RolesTabs />
      {adding && (
        <AccountForm
          onCancel={() => setAdding(false)}
          onMade={(id) => void navigate({ to: '/people/$id', params: { id } })}
        />
      )}
      <Filter />
      {!data && error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {accounts?.length === 0 && <Empty icon="people" text={t('console:people.none')} />}
      {accounts && accounts.length > 0 && (
        <ul className="box people-list">
          {accounts.map((account) => (
            <Row key={account.id} account={account} />
          ))}
        </ul>
      )}
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

function Row({ account }: { account: Account }) {
  const t = useWords();
  return (
    <li>
      <Link to="/people/$id" params={{ id: account.id }}>
        <b>{account.name}</b>
        <span className="login">{account.login}</span>
        <span className="held">
          {account.grants.length === 0
            ? t('people:noRole')
            : account.grants.map((grant) => (
                <span key={grant.id}>
                  {grant.roleName}
                  <i className="dot" />
                  {grant.organization?.name ?? grant.area.name}
                </span>
              ))}
        </span>
        {account.disabledAt && <Chip icon="lock">{t('console:people.suspended')}</Chip>}
      </Link>
    </li>
  );
}

/** Words, a role, a place; each stands in the address, so that a list can be handed on. */
function Filter() {
  const t = useWords();
  const filter = useSearch({ from: '/frame/people' });
  const navigate = useNavigate();
  const [words, setWords] = useState(filter.q ?? '');
  const { data: roles } = useQuery(rolesQuery);
  const areas = useAreaOptions();
  const put = (part: Partial<typeof filter>) => {
    const next = Object.entries({ ...filter, ...part }).filter(([, value]) => value);
    void navigate({ to: '/people', search: Object.fromEntries(next) });
  };
  return (
    <form
      className="find"
      onSubmit={(event) => {
        event.preventDefault();
        put({ q: words.trim() });
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
      <select
        className="input"
        aria-label={t('console:grant.role')}
        value={filter.role ?? ''}
        onChange={(event) => put({ role: event.target.value })}
      >
        <option value="">{t('people:anyRole')}</option>
        {roles?.roles
          .filter(({ retiredAt }) => !retiredAt)
          .map((role) => (
            <option key={role.id} value={role.id}>
              {role.name}
            </option>
          ))}
      </select>
      <select
        className="input"
        aria-label={t('console:grant.area')}
        value={filter.area ?? ''}
        onChange={(event) => put({ area: event.target.value })}
      >
        <option value="">{t('people:anyArea')}</option>
        {areas.map((area) => (
          <option key={area.value} value={area.value}>
            {'　'.repeat(area.depth)}
            {area.label}
          </option>
        ))}
      </select>
    </form>
  );
}
