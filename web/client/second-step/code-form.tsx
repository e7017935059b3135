import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SignedIn } from '../../../contract/accounts.ts';
import { Button } from '../../ui/button.tsx';
import { passSecondStep } from '../authenticators.ts';
import { useWords } from '../i18n/use-words.ts';
import type { FormParts } from './form-parts.ts';
import { TextField } from './text-field.tsx';

interface CodeFormProps extends FormParts {
  readonly onDone: (answer: SignedIn) => void;
}

/** The second step: six digits of the app, or a recovery code. */
export function CodeForm({ Field, failure, onDone }: CodeFormProps) {
  const t = useWords();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const passing = useMutation({ mutationKey: ['sign-in'], mutationFn: passSecondStep });
  const missing = code.trim().length < 6;
  return (
    <form
      className="stack form-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) passing.mutate({ code: code.trim() }, { onSuccess: onDone });
      }}
    >
      <TextField
        Field={Field}
        kind="code"
        label={t('security:code')}
        hint={t('security:code.hint')}
        wrong={tried && missing ? t('security:code.missing') : passing.error ? failure(passing.error) : undefined}
        value={code}
        onChange={(next) => {
          setCode(next);
          passing.reset();
        }}
      />
      <Button type="submit" look="primary" className="wide" busy={passing.isPending}>
        {t('security:code.send')}
      </Button>
      <p className="hint">{t('security:code.lost')}</p>
    </form>
  );
}
