import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWords } from '../../client/i18n/use-words.ts';
import { isProblem } from '../../client/problem.ts';
import { Icon } from '../../ui/icon.tsx';

/** Says that the session has ended and offers signing in beside this window, so that nothing typed here is lost. */
export function SignedOutBar() {
  const t = useWords();
  const client = useQueryClient();
  const [ended, setEnded] = useState(false);
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated') return;
        if (event.action.type === 'success') setEnded(false);
        if (event.action.type === 'error') setEnded(isProblem(event.action.error) && event.action.error.status === 401);
      }),
    [client],
  );
  return (
    <div role="status" className={ended ? 'offline-bar' : undefined}>
      {ended && (
        <>
          <Icon name="lock" />
          <span>{t('common:error.signedOut')}</span>
          <a className="link" href="/console/sign-in" target="_blank" rel="noreferrer">
            {t('accounts:signIn')}
          </a>
        </>
      )}
    </div>
  );
}
