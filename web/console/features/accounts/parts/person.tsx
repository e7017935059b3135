import { lazy, Suspense, useState } from 'react';
import type { Account } from '../../../../../contract/accounts.ts';
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
  const [asking, setAsking] = useState(false);
  const suspended = account.disabledAt !== null;
  const error = ending.error ?? suspending.error;
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
            {!self && !asking && (
              <Button look="quiet" onClick={() => setAsking(true)}>
                {t('console:people.suspend')}
              </Button>
            )}
          </div>
        )}
      </header>
      {asking && (
        <p className="row" role="alert">
          {t('console:people.suspendAsk', { name: account.name })}
          <Button
            look="danger"
            busy={suspending.isPending}
            onClick={() => suspending.mutate(account.id, { onSuccess: () => setAsking(false) })}
          >
            {t('console:people.suspend')}
          </Button>
          <Button look="quiet" onClick={() => setAsking(false)}>
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
              <Button
                look="quiet"
                busy={ending.isPending && ending.variables === grant.id}
                onClick={() => ending.mutate(grant.id, { onSuccess: () => toast(t('console:people.ended')) })}
              >
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
