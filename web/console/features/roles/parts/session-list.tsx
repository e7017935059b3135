import { useQuery } from '@tanstack/react-query';
import { when } from '../../../../client/dates.ts';
import { deviceName } from '../../../../client/device-name.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { endSessionOf } from '../../../../client/roles.ts';
import { Button } from '../../../../ui/button.tsx';
import { Status } from '../../../../ui/status.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { Failure, useFailureWords, Waiting } from '../../../app/answers.tsx';
import { useKeeping } from '../mutations.ts';
import { sessionsOfQuery } from '../queries.ts';

/** Where somebody is signed in; each can be ended. */
export function SessionList({ accountId }: { accountId: string }) {
  const t = useWords();
  const failure = useFailureWords();
  const { data, error, refetch } = useQuery(sessionsOfQuery(accountId));
  const ending = useKeeping((sessionId: string) => endSessionOf(accountId, sessionId));
  return (
    <section className="box">
      <h2>{t('people:sessions')}</h2>
      {!data && error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} />}
      {data?.sessions.length === 0 && <p className="hint">{t('people:sessions.none')}</p>}
      {ending.error && (
        <p className="problem" role="alert">
          {failure(ending.error)}
        </p>
      )}
      <ul className="lines">
        {data?.sessions.map((session) => (
          <li key={session.id}>
            <span>
              <b>{deviceName(session.device)}</b>{' '}
              <span className="hint">{t('accounts:sessions.seen', { when: when(session.lastSeenAt) })}</span>
            </span>
            {session.current ? (
              <Status icon="done" tone="ok">
                {t('accounts:sessions.current')}
              </Status>
            ) : (
              <Button
                look="quiet"
                busy={ending.isPending && ending.variables === session.id}
                onClick={() => ending.mutate(session.id, { onSuccess: () => toast(t('accounts:sessions.revoked')) })}
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
