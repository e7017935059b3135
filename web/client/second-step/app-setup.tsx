import './second-step.css';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { StartTotp } from '../../../contract/authenticators.ts';
import { Button } from '../../ui/button.tsx';
import { LoadingSkeleton } from '../../ui/loading-skeleton.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { confirmTotp, startTotp } from '../authenticators.ts';
import { useWords } from '../i18n/use-words.ts';
import type { FormParts } from './form-parts.ts';
import { RecoveryCodeList } from './recovery-codes.tsx';
import { TextField } from './text-field.tsx';

interface AppSetupProps extends FormParts {
  /** Password and code, where the session is open already. */
  readonly proof: StartTotp;
  readonly onDone: () => void;
}

/** Scan, type the code it shows, keep the recovery codes. */
export function AppSetup({ Field, failure, proof, onDone }: AppSetupProps) {
  const t = useWords();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const starting = useMutation({ mutationFn: startTotp });
  const confirming = useMutation({ mutationFn: confirmTotp });
  const { mutate: start } = starting;
  const begun = useRef(false);
  useEffect(() => {
    // Once: the code in the proof is good for one time.
    if (!begun.current) start(proof);
    begun.current = true;
  }, [start, proof]);
  const missing = code.replace(/\s/g, '').length !== 6;
  if (confirming.data) return <RecoveryCodeList codes={confirming.data.codes} onKept={onDone} />;
  if (starting.error)
    return (
      <div className="stack form-stack">
        <p className="problem wrong" role="alert">
          {failure(starting.error)}
        </p>
        <Button onClick={() => start(proof)}>{t('common:action.retry')}</Button>
      </div>
    );
  if (!starting.data)
    return <LoadingSkeleton rows={4} label={t('common:loading')} slowText={t('common:loading.slow')} />;
  const { secret, uri } = starting.data;
  return (
    <form
      className="stack form-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) confirming.mutate({ code });
      }}
    >
      <ol className="setup-steps">
        <li>{t('security:setup.install')}</li>
        <li>{t('security:setup.scan')}</li>
      </ol>
      <QrCode text={uri} label={t('security:setup.qr')} />
      <p className="hint">
        {t('security:setup.secret')}
        <code className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <TextField
        Field={Field}
        kind="code"
        label={t('security:setup.code')}
        hint={t('security:setup.codeHint')}
        wrong={tried && missing ? t('security:setup.six') : confirming.error ? failure(confirming.error) : undefined}
        value={code}
        onChange={(next) => {
          setCode(next);
          confirming.reset();
        }}
      />
      <Button type="submit" look="primary" className="wide" busy={confirming.isPending}>
        {t('security:setup.send')}
      </Button>
    </form>
  );
}
