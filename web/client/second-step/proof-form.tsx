import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { FormParts } from './form-parts.ts';
import { TextField } from './text-field.tsx';

export interface Proof {
  readonly password: string;
  readonly code: string;
}

interface ProofFormProps extends FormParts {
  /** Whether a code of the present app is asked for besides the password. */
  readonly withCode: boolean;
  readonly send: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onProve: (proof: Proof) => void;
  readonly onCancel: () => void;
}

/** Password, and a code where there is one, before something is changed that a found phone must not change. */
export function ProofForm({ Field, failure, withCode, send, danger, busy, error, onProve, onCancel }: ProofFormProps) {
  const t = useWords();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const codeMissing = withCode && code.trim().length < 6;
  return (
    <form
      className="stack form-stack narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (password && !codeMissing) onProve({ password, code: code.trim() });
      }}
    >
      <TextField
        Field={Field}
        kind="password"
        label={t('security:proof.password')}
        wrong={tried && !password ? t('accounts:signIn.missingPassword') : undefined}
        value={password}
        onChange={setPassword}
      />
      {withCode && (
        <TextField
          Field={Field}
          kind="code"
          label={t('security:code')}
          hint={t('security:code.hint')}
          wrong={tried && codeMissing ? t('security:code.missing') : undefined}
          value={code}
          onChange={setCode}
        />
      )}
      {error !== null && error !== undefined && (
        <p className="problem wrong" role="alert">
          {failure(error)}
        </p>
      )}
      <div className="row">
        <Button type="submit" look={danger ? 'danger' : 'plain'} busy={busy}>
          {send}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  );
}
