import '../accounts.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { SignedIn } from '../../../../../contract/accounts.ts';
import { needWords } from '../../../../client/i18n/start.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { lastStreet } from '../../../../client/last-street.ts';
import { canUsePasskeys } from '../../../../client/passkeys.ts';
import { meQuery } from '../../../../client/queries/me.ts';
import { Seal } from '../../../../ui/seal.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { meetAccount } from '../../../app/settings.ts';
import { VersionSwitch } from '../../../app/top-bar.tsx';
import { useTitle } from '../../../app/use-title.ts';
import { DemoPeople } from '../parts/demo-people.tsx';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { SignInForm } from '../parts/sign-in-form.tsx';
import { streetsQuery } from '../queries.ts';

const PasskeyButton = lazy(async () => {
  const [{ PasskeyButton: button }] = await Promise.all([
    import('../../../../client/second-step/passkey-button.tsx'),
    needWords('security'),
  ]);
  return { default: button };
});

/** The door: street, login, password; in the demonstration one tap per person. */
export function SignIn() {
  const t = useWords();
  useTitle(t('accounts:signIn'));
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { next } = useSearch({ from: '/sign-in' });
  const streets = useQuery(streetsQuery).data;
  const enter = async ({ me }: SignedIn) => {
    if (!me) return navigate({ to: '/next-step', search: next ? { next } : {} });
    queries.clear();
    queries.setQueryData(meQuery.queryKey, me);
    await meetAccount(queries, me);
    await navigate({ to: next ?? '/' });
  };
  const failure = useFailureText();
  const onDone = (answer: SignedIn) => void enter(answer);
  const form = (
    <>
      <SignInForm streets={streets?.streets ?? []} onEnter={onDone} />
      {canUsePasskeys(streets?.passkeyDomain) && (
        <Suspense>
          <div className="door-more">
            <PasskeyButton street={lastStreet(streets?.streets ?? [])} failure={failure} onDone={onDone} />
          </div>
        </Suspense>
      )}
    </>
  );
  return (
    <main className="door">
      <header className="top">
        <LanguageSwitch />
        <VersionSwitch />
      </header>
      <section className="door-head">
        <Seal />
        <h1 className="title">{t('app.name')}</h1>
        <p>{t('accounts:signIn.title')}</p>
      </section>
      {streets?.demonstration ? (
        <>
          <DemoPeople streets={streets.streets} onEnter={onDone} />
          <details className="own-account">
            <summary>{t('accounts:signIn.own')}</summary>
            {form}
          </details>
        </>
      ) : (
        form
      )}
      <Link to="/public" search={{ street: lastStreet(streets?.streets ?? []) }} className="door-public">
        {t('mobile:neighbours')}
      </Link>
    </main>
  );
}
