import '../accounts.css';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { MailSettings } from '../../../../client/mail-settings/mail-settings.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { NavBar } from '../../../app/nav-bar.tsx';

/** Notices by e-mail as well: where to, and which. */
export function Mail() {
  const t = useWords();
  const failure = useFailureText();
  return (
    <main>
      <NavBar title={t('mail:title')} />
      <section className="card security" aria-label={t('mail:title')}>
        <MailSettings Field={Field} failure={failure} />
      </section>
    </main>
  );
}
