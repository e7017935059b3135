import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SecondStep } from '../../../contract/authenticators.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorBox } from '../../ui/error-box.tsx';
import { LoadingSkeleton } from '../../ui/loading-skeleton.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toasts.tsx';
import { getSecondStep, removeTotp, renewRecoveryCodes } from '../authenticators.ts';
import { monthDay } from '../dates.ts';
import { useWords } from '../i18n/use-words.ts';
import { AppSetup } from './app-setup.tsx';
import type { FormParts } from './form-parts.ts';
import { type Proof, ProofForm } from './proof-form.tsx';
import { RecoveryCodeList } from './recovery-codes.tsx';

const secondStepQuery = { queryKey: ['second-step'], queryFn: getSecondStep };

/** Whether signing in takes a second step here, and everything that can be done about it. */
export function AppSettings(parts: FormParts) {
  const t = useWords();
  const { data, error, refetch } = useQuery(secondStepQuery);
  if (error && !data)
    return (
      <ErrorBox
        title={t('common:error.title')}
        text={parts.failure(error)}
        retryLabel={t('common:action.retry')}
        onRetry={() => void refetch()}
      />
    );
  if (!data) return <LoadingSkeleton rows={2} label={t('common:loading')} slowText={t('common:loading.slow')} />;
  return <Settings {...parts} state={data} />;
}

type Doing = 'setup' | 'renew' | 'remove';

function Settings({ state, ...parts }: FormParts & { state: SecondStep }) {
  const t = useWords();
  const client = useQueryClient();
  const [doing, setDoing] = useState<Doing>();
  const [proof, setProof] = useState<Proof>();
  const removing = useMutation({ mutationFn: removeTotp });
  const renewing = useMutation({ mutationFn: renewRecoveryCodes });
  const isSet = state.totpSince !== null;
  const end = () => {
    setDoing(undefined);
    setProof(undefined);
    for (const mutation of [removing, renewing]) mutation.reset();
    void client.invalidateQueries({ queryKey: secondStepQuery.queryKey });
  };
  if (renewing.data) return <RecoveryCodeList codes={renewing.data.codes} onKept={end} />;
  if (doing === 'setup' && proof)
    return <AppSetup {...parts} proof={isSet ? proof : { password: proof.password }} onDone={end} />;
  const prove = (given: Proof) => {
    if (doing === 'renew') renewing.mutate(given);
    else if (doing === 'remove')
      removing.mutate(given, {
        onSuccess: () => {
          toast(t('security:app.removed'));
          end();
        },
      });
    else setProof(given);
  };
  return (
    <div className="stack form-stack">
      <p>
        {isSet ? (
          <Status icon="done" tone="ok">
            {t('security:app.on', { day: monthDay(state.totpSince ?? '') })}
          </Status>
        ) : (
          <Status icon="open">{t('security:app.off')}</Status>
        )}
      </p>
      <p className="hint">
        {isSet ? t('security:app.left', { count: state.recoveryCodesLeft }) : t('security:app.why')}
      </p>
      {doing ? (
        <ProofForm
          {...parts}
          withCode={isSet}
          send={t(`security:app.${doing}.send`)}
          danger={doing === 'remove'}
          busy={removing.isPending || renewing.isPending}
          error={removing.error ?? renewing.error}
          onProve={prove}
          onCancel={end}
        />
      ) : (
        <div className="row">
          <Button onClick={() => setDoing('setup')}>{t(isSet ? 'security:app.change' : 'security:app.setup')}</Button>
          {isSet && <Button onClick={() => setDoing('renew')}>{t('security:app.renew')}</Button>}
          {isSet && !state.required && (
            <Button look="quiet" onClick={() => setDoing('remove')}>
              {t('security:app.remove')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
