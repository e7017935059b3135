import '../accounts.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { mailQuery } from '../../../../client/queries/mail.ts';
import { useOutbox } from '../../../../client/use-outbox.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Sheet } from '../../../../ui/sheet.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { useElderMode } from '../../../app/elder-mode.ts';
import { chooseFace, facesOf, useFace } from '../../../app/faces.ts';
import { useSettings } from '../../../app/settings.ts';
import { Tabs } from '../../../app/tabs.tsx';
import { useMe } from '../../../app/use-me.ts';
import { useTitle } from '../../../app/use-title.ts';
import { useSignOut } from '../mutations.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { PasswordSheet } from '../parts/password-sheet.tsx';
import { RoleList } from '../parts/role-list.tsx';

/** 我的: who I am here, language, version, devices, leaving. */
export function MyAccount() {
  const t = useWords();
  useTitle(t('mobile:tab.me'));
  const me = useMe();
  const elder = useElderMode();
  const face = useFace(me);
  const { setElder } = useSettings();
  const faces = facesOf(me);
  const [password, setPassword] = useState(false);
  return (
    <>
      <main>
        <section className="greet">
          <h1 className="title">{me.name}</h1>
          <p>
            {me.street.name}
            {me.community && <i className="dot" />}
            {me.community?.name}
          </p>
        </section>
        {faces.length > 1 && (
          <section className="card pick-face" aria-label={t('mobile:face.title')}>
            <h2>{t('mobile:face.title')}</h2>
            <div className="choices">
              {faces.map((one) => (
                <button
                  key={one}
                  type="button"
                  className="choice"
                  aria-pressed={one === face}
                  onClick={() => chooseFace(one)}
                >
                  {t(`mobile:face.${one}`)}
                </button>
              ))}
            </div>
          </section>
        )}
        <RoleList grants={me.grants} />
        <div className="card list rows settings">
          <div className="row-link">
            <span>{t('language')}</span>
            <LanguageSwitch />
          </div>
          <button
            type="button"
            className="row-link"
            role="switch"
            aria-checked={elder}
            onClick={() => setElder(!elder)}
          >
            <span>{t('accounts:elder')}</span>
            <span className="toggle" aria-hidden="true" />
          </button>
          <Link to="/notices" className="row-link">
            <span>{t('notices.title')}</span>
            <span>
              <Icon name="forward" />
            </span>
          </Link>
          <Link to="/me/devices" className="row-link">
            <span>{t('accounts:sessions')}</span>
            <span>
              <Icon name="forward" />
            </span>
          </Link>
          <Link to="/me/security" className="row-link">
            <span>{t('accounts:security')}</span>
            <span>
              <Icon name="forward" />
            </span>
          </Link>
          <MailRow />
          <button type="button" className="row-link" onClick={() => setPassword(true)}>
            <span>{t('accounts:password.change')}</span>
            <span>
              <Icon name="forward" />
            </span>
          </button>
        </div>
        <SignOut />
        {password && <PasswordSheet onClose={() => setPassword(false)} />}
      </main>
      <Tabs />
    </>
  );
}

/** Only where the street office can send mail. */
function MailRow() {
  const t = useWords();
  const { data: mail } = useQuery(mailQuery);
  if (!mail?.offered) return null;
  return (
    <Link to="/me/mail" className="row-link">
      <span>{t('mail:title')}</span>
      <span>
        <Icon name="forward" />
      </span>
    </Link>
  );
}

/** Leaving forgets what is kept on the device, so what was not sent yet is asked about first. */
function SignOut() {
  const t = useWords();
  const navigate = useNavigate();
  const failureText = useFailureText();
  const signOut = useSignOut();
  const queries = useQueryClient();
  const unsent = useOutbox().filter((entry) => entry.state !== 'sent').length;
  const [asking, setAsking] = useState(false);
  const leave = () =>
    signOut.mutate(undefined, {
      onSuccess: async () => {
        // First away, then forget: the screens behind the sign-in would ask again for what is gone.
        await navigate({ to: '/sign-in' });
        queries.removeQueries({ type: 'inactive' });
      },
      onError: (error) => toast(failureText(error), 'danger'),
    });
  return (
    <div className="leave">
      <Button busy={signOut.isPending} className="wide" onClick={unsent > 0 ? () => setAsking(true) : leave}>
        {t('accounts:signOut')}
      </Button>
      {asking && (
        <Sheet title={t('accounts:signOut')} closeLabel={t('action.close')} onClose={() => setAsking(false)}>
          <p>{t('mobile:signOut.unsent', { count: unsent })}</p>
          <div className="two sheet-end">
            <Button onClick={() => setAsking(false)}>{t('mobile:signOut.stay')}</Button>
            <Button look="danger" busy={signOut.isPending} onClick={leave}>
              {t('accounts:signOut')}
            </Button>
          </div>
        </Sheet>
      )}
    </div>
  );
}
