import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { useFailureWords } from '../../../app/answers.tsx';

interface AskingButtonProps {
  readonly label: string;
  /** What follows from it, then the question. */
  readonly question: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSure: () => void;
}

/** Does what cannot be undone only after a question that names what follows. */
export function AskingButton({ label, question, busy, error, onSure }: AskingButtonProps) {
  const t = useWords();
  const failure = useFailureWords();
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Button look="quiet" onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  return (
    <span className="asking" role="alert">
      <span>{error ? <span className="problem">{failure(error)}</span> : question}</span>
      <Button look="danger" busy={busy} onClick={onSure}>
        {label}
      </Button>
      <Button look="quiet" onClick={() => setAsking(false)}>
        {t('common:action.cancel')}
      </Button>
    </span>
  );
}
