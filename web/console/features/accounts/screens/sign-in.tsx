import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Me } from '../../../../../contract/accounts.ts';
import { showLanguage } from '../../../../client/i18n/start.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { languageChosen } from '../../../../client/language.ts';
import { Seal } from '../../../../ui/seal.tsx';
import { isStaff, startSession } from '../../../app/session.ts';
import { DemoPeople } from '../parts/demo-people.tsx';
import { LanguageChoice } from '../parts/language-choice.tsx';
import { SignInForm } from '../parts/sign-in-form.tsx';
import { streetsQuery } from '../queries.ts';
import '../accounts.css';

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
  const enter = async (person: Me) => {
    if (!isStaff(person)) return window.location.replace('/');
    startSession(client, person);
    if (!languageChosen()) await showLanguage(person.language);
    router.history.push(next ? `/console${next}` : '/console/');
  };
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
        <SignInForm streets={streets?.streets ?? []} onEnter={(person) => void enter(person)} />
        <p className="hint">
          <a className="link" href="/">
            {t('console:door.resident')}
          </a>
        </p>
      </div>
      {streets?.demonstration && <DemoPeople streets={streets.streets} onEnter={(person) => void enter(person)} />}
    </main>
  );
}
