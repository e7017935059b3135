import { useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { NextStep } from '../../../../client/second-step/next-step.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Seal } from '../../../../ui/seal.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { useSignOut } from '../mutations.ts';
import '../accounts.css';

/** Between the password and the first page: a code, a password of one's own, the setting up of the second step. */
export function NextStepScreen() {
  const t = useWords();
  const router = useRouter();
  const failure = useFailureWords();
  const leave = useSignOut();
  const { next } = useSearch({ from: '/next-step' });
  useEffect(() => {
    document.title = `${t('accounts:signIn')} · ${t('common:app.name')}`;
  }, [t]);
  // A fresh page: whatever was asked while the session was held back was refused.
  const onOpen = useCallback(() => window.location.replace(next ? `/console${next}` : '/console/'), [next]);
  const onSignedOut = useCallback(
    () => void router.navigate({ to: '/sign-in', search: next ? { next } : {} }),
    [router, next],
  );
  return (
    <main className="door">
      <div className="door-box">
        <header>
          <Seal />
          <div>
            <h1 className="title">{t('common:app.name')}</h1>
            <p>{t('console:nav.product')}</p>
          </div>
        </header>
        <NextStep Field={Field} failure={failure} onOpen={onOpen} onSignedOut={onSignedOut} />
        <p>
          <Button look="quiet" busy={leave.isPending} onClick={() => leave.mutate(undefined)}>
            {t('security:next.leave')}
          </Button>
        </p>
      </div>
    </main>
  );
}
