import { useState } from 'react';
import type { Organization } from '../../../../../contract/organizations.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { useCloseBody } from '../mutations.ts';

/** Closes a body; says why. */
export function CloseBody({ body, onDone }: { body: Organization; onDone: () => void }) {
  const t = useWords();
  const failure = useFailureWords();
  const closing = useCloseBody(body);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < 2;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (short) return;
        closing.mutate(reason.trim(), {
          onSuccess: () => {
            toast(t('organizations:close.done', { name: body.name }));
            onDone();
          },
        });
      }}
    >
      <Field
        label={t('organizations:reason')}
        must
        {...(tried && short ? { wrong: t('organizations:reason.missing') } : {})}
      >
        {(parts) => (
          <input
            className="input"
            maxLength={200}
            {...parts}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {closing.error && (
        <p className="problem" role="alert">
          {failure(closing.error)}
        </p>
      )}
      <div className="row">
        <Button type="submit" look="danger" busy={closing.isPending}>
          {t('organizations:close')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  );
}
