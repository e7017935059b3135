import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailSettings } from '../../../contract/mail.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toasts.tsx';
import { clockTime } from '../dates.ts';
import { useWords } from '../i18n/use-words.ts';
import { confirmMail, startMail } from '../mail.ts';
import { mailQuery } from '../queries/mail.ts';
import type { FormParts } from '../second-step/form-parts.ts';
import { TextField } from '../second-step/text-field.tsx';

interface MailSetupProps extends FormParts {
  readonly settings: MailSettings;
  readonly onDone: () => void;
  readonly onCancel: (() => void) | undefined;
}

/** First the address, then the code that was sent to it. */
export function MailSetup({ Field, failure, settings, onDone, onCancel }: MailSetupProps) {
  const t = useWords();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [again, setAgain] = useState(false);
  const [tried, setTried] = useState(false);
  const keep = (answer: MailSettings) => {
    client.setQueryData(mailQuery.queryKey, answer);
    setWords('');
    setTried(false);
    setAgain(false);
  };
  const starting = useMutation({ mutationFn: startMail, onSuccess: keep });
  const confirming = useMutation({
    mutationFn: confirmMail,
    onSuccess: (answer) => {
      keep(answer);
      toast(t('mail:confirmed'));
      onDone();
    },
  });
  const waiting = again ? null : settings.waiting;
  const text = words.trim();
  const missing = waiting ? text.length < 6 : !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
  const error = waiting ? confirming.error : starting.error;
  return (
    <form
      className="stack form-stack narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing) return;
        if (waiting) confirming.mutate({ code: text });
        else starting.mutate({ address: text });
      }}
    >
      <p className="hint">
        {waiting ? t('mail:sent', { address: waiting.address, time: clockTime(waiting.until) }) : t('mail:why')}
      </p>
      <TextField
        key={waiting ? 'code' : 'address'}
        Field={Field}
        kind={waiting ? 'code' : 'email'}
        label={t(waiting ? 'mail:code' : 'mail:address')}
        wrong={tried && missing ? t(waiting ? 'mail:code.missing' : 'mail:address.missing') : undefined}
        value={words}
        onChange={setWords}
      />
      {error && (
        <p className="problem wrong" role="alert">
          {failure(error)}
        </p>
      )}
      <div className="row">
        <Button type="submit" look="primary" busy={starting.isPending || confirming.isPending}>
          {t(waiting ? 'mail:code.send' : 'mail:address.send')}
        </Button>
        {waiting && (
          <Button look="quiet" onClick={() => setAgain(true)}>
            {t('mail:code.again')}
          </Button>
        )}
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('common:action.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
