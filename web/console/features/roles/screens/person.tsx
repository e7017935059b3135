import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Grant } from '../../../../../contract/accounts.ts';
import type { AccountDetail } from '../../../../../contract/roles.ts';
import { monthDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { endGrant, reinstateAccount, suspendAccount } from '../../../../client/roles.ts';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/status.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { useTitle } from '../../../app/crumb.ts';
import { GrantWords } from '../../../app/grant-words.tsx';
import { useMe } from '../../../app/session.ts';
import { useKeeping } from '../mutations.ts';
import { AskingButton } from '../parts/asking-button.tsx';
import { History } from '../parts/history.tsx';
import { HowTheySignIn } from '../parts/how-they-sign-in.tsx';
import { SessionList } from '../parts/session-list.tsx';
import { accountQuery } from '../queries.ts';
import '../roles.css';

const GrantForm = lazy(() => import('../parts/grant-form.tsx'));

/** One person: roles, how they sign in, where they are signed in, and what was written down. */
export function Person() {
  const { id } = useParams({ from: '/frame/people/$id' });
  const { data, error, refetch } = useQuery(accountQuery(id));
  if (data) return <Account key={data.id} account={data} />;
  return (
    <div className="page people">{error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting />}</div>
  );
}

function Account({ account }: { account: AccountDetail }) {
  const t = useWords();
  useTitle(account.name);
  const self = useMe().id === account.id;
  const suspended = account.disabledAt !== null;
  const suspending = useKeeping(suspendAccount);
  const reinstating = useKeeping(reinstateAccount);
  return (
    <div className="page people person-page">
      <header className="page-head">
        <h1>{account.name}</h1>
        <p>
          {account.login}
          {account.phone && (
            <>
              <i className="dot" />
              {account.phone}
            </>
          )}
          <i className="dot" />
          {t('people:since', { day: monthDay(account.createdAt) })}
        </p>
        {suspended && <Chip icon="lock">{t('console:people.suspended')}</Chip>}
        <div className="acts">
          {suspended && (
            <Button
              busy={reinstating.isPending}
              onClick={() => reinstating.mutate(account.id, { onSuccess: () => toast(t('people:reinstated')) })}
            >
              {t('people:reinstate')}
            </Button>
          )}
          {!suspended && !self && (
            <AskingButton
              label={t('console:people.suspend')}
              question={t('console:people.suspendAsk', { name: account.name })}
              busy={suspending.isPending}
              error={suspending.error}
              onSure={() => suspending.mutate(account.id, { onSuccess: () => toast(t('console:people.suspendedNow')) })}
            />
          )}
        </div>
      </header>
      <Grants account={account} />
      {!self && !suspended && <HowTheySignIn account={account} />}
      <SessionList accountId={account.id} />
      <History accountId={account.id} />
    </div>
  );
}

const isOver = ({ until }: Grant) => until !== null && new Date(until) <= new Date();

function Grants({ account }: { account: AccountDetail }) {
  const t = useWords();
  const [giving, setGiving] = useState(false);
  const held = account.grants.filter((grant) => !isOver(grant));
  const ended = account.grants.filter(isOver);
  return (
    <section className="box">
      <h2>{t('people:grants')}</h2>
      {held.length === 0 && <p className="hint">{t('console:people.noRole')}</p>}
      <ul className="lines">
        {held.map((grant) => (
          <OneGrant key={grant.id} account={account} grant={grant} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details>
          <summary>{t('people:ended', { count: ended.length })}</summary>
          <ul className="lines">
            {ended.map((grant) => (
              <li key={grant.id}>
                <GrantWords grant={grant} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {giving ? (
        <Suspense fallback={<Waiting rows={2} />}>
          <GrantForm accountId={account.id} onDone={() => setGiving(false)} />
        </Suspense>
      ) : (
        <Button icon="add" onClick={() => setGiving(true)}>
          {t('console:people.grant')}
        </Button>
      )}
    </section>
  );
}

function OneGrant({ account, grant }: { account: AccountDetail; grant: Grant }) {
  const t = useWords();
  const ending = useKeeping((grantId: string) => endGrant(account.id, grantId));
  return (
    <li>
      <GrantWords grant={grant} />
      <AskingButton
        label={t('console:people.end')}
        question={t('console:people.endAsk', { name: account.name, role: grant.roleName })}
        busy={ending.isPending}
        error={ending.error}
        onSure={() => ending.mutate(grant.id, { onSuccess: () => toast(t('console:people.ended')) })}
      />
    </li>
  );
}
