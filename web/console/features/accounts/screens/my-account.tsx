import { useQuery } from '@tanstack/react-query';
import { when } from '../../../../client/dates.ts';
import { deviceName } from '../../../../client/device-name.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { MailSettings } from '../../../../client/mail-settings/mail-settings.tsx';
import { canUsePasskeys } from '../../../../client/passkeys.ts';
import { mailQuery } from '../../../../client/queries/mail.ts';
import { AppSettings } from '../../../../client/second-step/app-settings.tsx';
import { PasskeySettings } from '../../../../client/second-step/passkey-settings.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Status } from '../../../../ui/status.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { Failure, useFailureWords, Waiting } from '../../../app/answers.tsx';
import { useTitle } from '../../../app/crumb.ts';
import { Field } from '../../../app/field.tsx';
import { GrantWords } from '../../../app/grant-words.tsx';
import { useMe } from '../../../app/session.ts';
import { useRevokeSession, useSignOut, useUpdateMe } from '../mutations.ts';
import { LanguageChoice } from '../parts/language-choice.tsx';
import { PasswordForm } from '../parts/password-form.tsx';
import { sessionsQuery, streetsQuery } from '../queries.ts';
import '../accounts.css';

/** One's own roles, language, password and the devices signed in. */
export function MyAccount() {
  const t = useWords();
  useTitle(t('console:nav.account'));
  const person = useMe();
  const update = useUpdateMe();
  const leave = useSignOut();
  const failure = useFailureWords();
  const { data: streets } = useQuery(streetsQuery);
  const { data: mail } = useQuery(mailQuery);
  return (
    <div className="page my-account">
      <header className="page-head">
        <h1>{person.name}</h1>
        <p>{person.street.name}</p>
        <div className="acts">
          <Button busy={leave.isPending} onClick={() => leave.mutate(undefined)}>
            {t('accounts:signOut')}
          </Button>
        </div>
      </header>
      <section className="box">
        <h2>{t('accounts:roles')}</h2>
        <ul className="lines">
          {person.grants.map((grant) => (
            <li key={grant.id}>
              <GrantWords grant={grant} />
            </li>
          ))}
        </ul>
      </section>
      <section className="box">
        <h2>{t('common:language')}</h2>
        <LanguageChoice onChange={(language) => update.mutate({ language })} />
      </section>
      <section className="box">
        <h2>{t('security:app')}</h2>
        <AppSettings Field={Field} failure={failure} />
      </section>
      {canUsePasskeys(streets?.passkeyDomain) && (
        <section className="box">
          <h2>{t('security:passkey')}</h2>
          <PasskeySettings Field={Field} failure={failure} />
        </section>
      )}
      {mail?.offered && (
        <section className="box">
          <h2>{t('mail:title')}</h2>
          <MailSettings Field={Field} failure={failure} />
        </section>
      )}
      <Devices />
      <PasswordForm />
    </div>
  );
}

function Devices() {
  const t = useWords();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const revoke = useRevokeSession();
  return (
    <section className="box">
      <h2>{t('accounts:sessions')}</h2>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} />}
      <ul className="lines">
        {data?.sessions.map((session) => (
          <li key={session.id}>
            <span>
              <b>{deviceName(session.device)}</b>
              <span className="hint">{t('accounts:sessions.seen', { when: when(session.lastSeenAt) })}</span>
            </span>
            {session.current ? (
              <Status icon="done" tone="ok">
                {t('accounts:sessions.current')}
              </Status>
            ) : (
              <Button
                busy={revoke.isPending && revoke.variables === session.id}
                onClick={() => revoke.mutate(session.id, { onSuccess: () => toast(t('accounts:sessions.revoked')) })}
              >
                {t('accounts:sessions.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
