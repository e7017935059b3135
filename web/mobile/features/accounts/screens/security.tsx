import '../accounts.css';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { canUsePasskeys } from '../../../../client/passkeys.ts';
import { AppSettings } from '../../../../client/second-step/app-settings.tsx';
import { PasskeySettings } from '../../../../client/second-step/passkey-settings.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { NavBar } from '../../../app/nav-bar.tsx';
import { streetsQuery } from '../queries.ts';

/** How I sign in: the second step, and passkeys where this phone and this address can have them. */
export function Security() {
  const t = useWords();
  const failure = useFailureText();
  const streets = useQuery(streetsQuery).data;
  return (
    <main>
      <NavBar title={t('security:title')} />
      <section className="card security" aria-label={t('security:app')}>
        <h2>{t('security:app')}</h2>
        <AppSettings Field={Field} failure={failure} />
      </section>
      {canUsePasskeys(streets?.passkeyDomain) && (
        <section className="card security" aria-label={t('security:passkey')}>
          <h2>{t('security:passkey')}</h2>
          <PasskeySettings Field={Field} failure={failure} />
        </section>
      )}
    </main>
  );
}
