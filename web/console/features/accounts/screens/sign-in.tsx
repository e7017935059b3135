import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import type { SignedIn } from '../../../../../contract/accounts.ts';
import { needWords, showLanguage } from '../../../../client/i18n/start.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { languageChosen } from '../../../../client/language.ts';
import { lastStreet } from '../../../../client/last-street.ts';
import { canUsePasskeys } from '../../../../client/passkeys.ts';
import { Seal } from '../../../../ui/seal.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { isStaff, startSession } from '../../../app/session.ts';
import { DemoPeople } from '../parts/demo-people.tsx';
import { LanguageChoice } from '../parts/language-choice.tsx';
import { SignInForm } from '../parts/sign-in-form.tsx';
import { streetsQuery } from '../queries.ts';
import '../accounts.css';

const PasskeyButton = lazy(async () => {
  const [{ PasskeyButton: button }] = await Promise.all([
    import('../../../../client/second-step/passkey-button.tsx'),
    needWords('security'),
  ]);
  return { default: button };
});

/** The door of the console; somebody without a desk here is led to the residents' face. */
export function SignIn() {
  const t = useWords();
  const client = useQueryClient();
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  const { data: streets } = useQuery(streetsQuery);
  useEffect(() => {
    document.title = `${t('accounts:signIn')} · ${t('common:app.name')}`;
  }, [t]);
  const failure = useFailureWords();
  const enter = async ({ me }: SignedIn) => {
    if (!me) return void router.navigate({ to: '/next-step', search: next ? { next } : {} });
    if (!isStaff(me)) return window.location.replace('/');
    startSession(client, me);
    if (!languageChosen()) await showLanguage(me.language);
    router.history.push(next ? `/console${next}` : '/console/');
  };
  const onDone = (answer: SignedIn) => void enter(answer);
  return (
    <main className="door">
      <div className="door-box">
        <header>
          <Seal />
          <div>
            <h1 className="title">{t('common:app.name')}</h1>
            <p>{t('console:nav.product')}</p>
          </div>
          <LanguageChoice />
        </header>
        <SignInForm streets={streets?.streets ?? []} onEnter={onDone} />
        {canUsePasskeys(streets?.passkeyDomain) && (
          <Suspense>
            <PasskeyButton street={lastStreet(streets?.streets ?? [])} failure={failure} onDone={onDone} />
          </Suspense>
        )}
        <p className="hint">
          <a className="link" href="/">
            {t('console:door.resident')}
          </a>
        </p>
      </div>
      {streets?.demonstration && <DemoPeople streets={streets.streets} onEnter={onDone} />}
    </main>
  );
}
