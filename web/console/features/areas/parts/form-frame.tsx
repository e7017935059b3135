import type { ReactNode } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { useFailureWords } from '../../../app/answers.tsx';

interface FormFrameProps {
  readonly send: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly danger?: boolean;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A form of this screen: its fields, what went wrong, what sends it. */
export function FormFrame({ send, busy, error, danger = false, onSend, onCancel, children }: FormFrameProps) {
  const t = useWords();
  const failure = useFailureWords();
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      {Boolean(error) && (
        <p className="problem" role="alert">
          {failure(error)}
        </p>
      )}
      <div className="row">
        <Button type="submit" look={danger ? 'danger' : 'primary'} busy={busy}>
          {send}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  );
}
