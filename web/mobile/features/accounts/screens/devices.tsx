import '../accounts.css';
import { useQuery } from '@tanstack/react-query';
import { when } from '../../../../client/dates.ts';
import { deviceName } from '../../../../client/device-name.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Status } from '../../../../ui/status.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { Answer, useFailureText } from '../../../app/answers.tsx';
import { NavBar } from '../../../app/nav-bar.tsx';
import { useRevokeSession } from '../mutations.ts';
import { sessionsQuery } from '../queries.ts';

/** Where I am signed in; any other device can be signed out from here. */
export function Devices() {
  const t = useWords();
  const failureText = useFailureText();
  const sessions = useQuery(sessionsQuery);
  const revoke = useRevokeSession();
  const end = (id: string) =>
    revoke.mutate(id, {
      onSuccess: () => toast(t('accounts:sessions.revoked')),
      onError: (error) => toast(failureText(error), 'danger'),
    });
  return (
    <main>
      <NavBar title={t('accounts:sessions')} />
      <div className="card list">
        <Answer query={sessions}>
          {({ sessions: all }) => (
            <ul className="rows devices">
              {all.map((session) => (
                <li key={session.id}>
                  <span>
                    <b>{deviceName(session.device)}</b>
                    <small>{t('accounts:sessions.seen', { when: when(session.lastSeenAt) })}</small>
                  </span>
                  {session.current ? (
                    <Status icon="done" tone="ok">
                      {t('accounts:sessions.current')}
                    </Status>
                  ) : (
                    <Button busy={revoke.isPending && revoke.variables === session.id} onClick={() => end(session.id)}>
                      {t('accounts:sessions.revoke')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Answer>
      </div>
    </main>
  );
}
