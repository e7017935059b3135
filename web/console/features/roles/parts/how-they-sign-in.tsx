import type { AccountDetail } from '../../../../../contract/roles.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { resetPassword, resetSecondStep } from '../../../../client/roles.ts';
import { Button } from '../../../../ui/button.tsx';
import { Status } from '../../../../ui/status.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useKeeping } from '../mutations.ts';
import { AskingButton } from './asking-button.tsx';

/** Password and second step of somebody else: both can be reset, neither can be read. */
export function HowTheySignIn({ account }: { account: AccountDetail }) {
  const t = useWords();
  const password = useKeeping(resetPassword);
  const secondStep = useKeeping(resetSecondStep);
  const { id, name, totp, passkey, secondStepRequired, passwordTemporary } = account;
  return (
    <section className="box">
      <h2>{t('people:signIn')}</h2>
      <ul className="lines">
        <li>
          <span>
            <b>{t('people:password')}</b>{' '}
            <span className="hint">{t(passwordTemporary ? 'people:password.handed' : 'people:password.own')}</span>
          </span>
          <AskingButton
            label={t('people:password.reset')}
            question={t('people:password.ask', { name })}
            busy={password.isPending}
            error={password.error}
            onSure={() => password.mutate(id)}
          />
        </li>
        {password.data && (
          <li className="handed">
            <p>{t('people:password.hand', { name })}</p>
            <code>{password.data.password}</code>
            <Button onClick={() => password.reset()}>{t('people:password.done')}</Button>
          </li>
        )}
        <li>
          <span>
            <b>{t('people:secondStep')}</b>{' '}
            {totp || passkey ? (
              <Status icon="done" tone="ok">
                {t(totp ? 'people:secondStep.totp' : 'people:secondStep.passkey')}
              </Status>
            ) : (
              <span className="hint">
                {t(secondStepRequired ? 'people:secondStep.missing' : 'people:secondStep.none')}
              </span>
            )}
          </span>
          {(totp || passkey) && (
            <AskingButton
              label={t('people:secondStep.reset')}
              question={t('people:secondStep.ask', { name })}
              busy={secondStep.isPending}
              error={secondStep.error}
              onSure={() => secondStep.mutate(id, { onSuccess: () => toast(t('people:secondStep.gone')) })}
            />
          )}
        </li>
      </ul>
    </section>
  );
}
