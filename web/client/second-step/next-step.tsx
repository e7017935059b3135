import './second-step.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Standing } from '../../../contract/accounts.ts';
import { ErrorBox } from '../../ui/error-box.tsx';
import { LoadingSkeleton } from '../../ui/loading-skeleton.tsx';
import { getStanding } from '../authenticators.ts';
import { useWords } from '../i18n/use-words.ts';
import { isProblem } from '../problem.ts';
import { AppSetup } from './app-setup.tsx';
import { CodeForm } from './code-form.tsx';
import type { FormParts } from './form-parts.ts';
import { NewPassword } from './new-password.tsx';

export interface NextStepProps extends FormParts {
  /** The session is open. */
  readonly onOpen: () => void;
  /** There is no session any more. */
  readonly onSignedOut: () => void;
}

const standingQuery = { queryKey: ['standing'], queryFn: getStanding, gcTime: 0, staleTime: 0 };
const nothing = {};

/** What stands between the password and the first page, one after the other until nothing does. */
export function NextStep({ onOpen, onSignedOut, ...parts }: NextStepProps) {
  const t = useWords();
  const { data, error, refetch } = useQuery(standingQuery);
  const open = data !== undefined && data.next === null;
  const gone = isProblem(error, 'request.unauthenticated');
  useEffect(() => {
    if (open) onOpen();
    if (gone) onSignedOut();
  }, [open, gone, onOpen, onSignedOut]);
  const again = () => void refetch();
  if (error && !data && !gone)
    return (
      <ErrorBox
        title={t('common:error.title')}
        text={parts.failure(error)}
        retryLabel={t('common:action.retry')}
        onRetry={again}
      />
    );
  if (!data?.next) return <LoadingSkeleton rows={4} label={t('common:loading')} slowText={t('common:loading.slow')} />;
  return (
    <section className="next-step">
      <h2 className="title">{t(`security:next.${data.next}`)}</h2>
      <p className="hint">{t(`security:next.${data.next}.text`, { name: data.name })}</p>
      <Step standing={data} parts={parts} again={again} />
    </section>
  );
}

function Step({ standing, parts, again }: { standing: Standing; parts: FormParts; again: () => void }) {
  if (standing.next === 'second_step_setup') return <AppSetup {...parts} proof={nothing} onDone={again} />;
  if (standing.next === 'password_change') return <NewPassword {...parts} onDone={again} />;
  return standing.totp ? <CodeForm {...parts} onDone={again} /> : <PasskeyOnly />;
}

/** A role came to somebody who has passkeys and no app: the password alone leads no further. */
function PasskeyOnly() {
  const t = useWords();
  return <p>{t('security:passkey.only')}</p>;
}
