import '../accounts.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { signOut } from '../../../../client/accounts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { NextStep } from '../../../../client/second-step/next-step.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Seal } from '../../../../ui/seal.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { useTitle } from '../../../app/use-title.ts';

/** Between the password and the first page: a code, a password of one's own, the setting up of the second step. */
export function NextStepScreen() {
  const t = useWords();
  useTitle(t('accounts:signIn'));
  const navigate = useNavigate();
  const failure = useFailureText();
  const { next } = useSearch({ from: '/next-step' });
  // A fresh page: whatever was asked while the session was held back was refused.
  const onOpen = useCallback(() => window.location.replace(next ?? '/'), [next]);
  const onSignedOut = useCallback(
    () => void navigate({ to: '/sign-in', search: next ? { next } : {} }),
    [navigate, next],
  );
  return (
    <main className="door">
      <section className="door-head">
        <Seal />
        <h1 className="title">{t('app.name')}</h1>
      </section>
      <div className="card door-form">
        <NextStep Field={Field} failure={failure} onOpen={onOpen} onSignedOut={onSignedOut} />
      </div>
      <div className="door-more">
        <Button className="wide" onClick={() => void signOut().finally(onSignedOut)}>
          {t('security:next.leave')}
        </Button>
      </div>
    </main>
  );
}
