import { lazy, Suspense, useState } from 'react';
import type { Account, Grant } from '../../../../../contract/accounts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/status.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords, Waiting } from '../../../app/answers.tsx';
import { useMe } from '../../../app/session.ts';
import { useEndGrant, useSuspend } from '../mutations.ts';
import { GrantWords } from './grant-words.tsx';

const GrantForm = lazy(() => import('./grant-form.tsx'));

/** One account with its roles; roles end, accounts are suspended, nothing is deleted. */
export function Person({ account }: { account: Account }) {
  const t = useWords();
  const failure = useFailureWords();
  const self = useMe().id === account.id;
  const ending = useEndGrant(account.id);
  const suspending = useSuspend();
  const [granting, setGranting] = useState(false);
  const [asking, setAsking] = useState<'suspend' | Grant>();
  const suspended = account.disabledAt !== null;
  const error = ending.error ?? suspending.error;
  const confirmed = (step: 'suspend' | Grant) => {
    const done = (words: string) => ({
      onSuccess: () => {
        setAsking(undefined);
        toast(t(words));
      },
    });
    if (step === 'suspend') suspending.mutate(account.id, done('console:people.suspendedNow'));
    else ending.mutate(step.id, done('console:people.ended'));
  };
  return (
    <article className="box person" aria-label={account.name}>
      <header>
        <b>{account.name}</b>
        <span className="login">{account.login}</span>
        {suspended && <Chip icon="lock">{t('console:people.suspended')}</Chip>}
        {!suspended && (
          <div className="acts">
            <Button look="quiet" onClick={() => setGranting(!granting)} aria-expanded={granting}>
              {t('console:people.grant')}
            </Button>
            {!self && (
              <Button look="quiet" onClick={() => setAsking('suspend')}>
                {t('console:people.suspend')}
              </Button>
            )}
          </div>
        )}
      </header>
      {asking && (
        <p className="row" role="alert">
          {asking === 'suspend'
            ? t('console:people.suspendAsk', { name: account.name })
            : t('console:people.endAsk', { name: account.name, role: asking.roleName })}
          <Button look="danger" busy={ending.isPending || suspending.isPending} onClick={() => confirmed(asking)}>
            {t(asking === 'suspend' ? 'console:people.suspend' : 'console:people.end')}
          </Button>
          <Button look="quiet" onClick={() => setAsking(undefined)}>
            {t('common:action.cancel')}
          </Button>
        </p>
      )}
      {error && (
        <p className="problem" role="alert">
          {failure(error)}
        </p>
      )}
      {account.grants.length === 0 && <p className="hint">{t('console:people.noRole')}</p>}
      <ul className="lines">
        {account.grants.map((grant) => (
          <li key={grant.id}>
            <GrantWords grant={grant} />
            {!suspended && (
              <Button look="quiet" onClick={() => setAsking(grant)}>
                {t('console:people.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {granting && (
        <Suspense fallback={<Waiting rows={2} />}>
          <GrantForm accountId={account.id} onDone={() => setGranting(false)} />
        </Suspense>
      )}
    </article>
  );
}
