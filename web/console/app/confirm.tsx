import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../../client/i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import './confirm.css';

interface ConfirmProps {
  readonly title: string;
  /** What pressing it does, as a verb. */
  readonly act: string;
  readonly busy: boolean;
  /** What went wrong, in words. */
  readonly problem?: string | undefined;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks once more before something that others will notice. The way back has the focus first. */
export function Confirm({ title, act, busy, problem, onAct, onClose, children }: ConfirmProps) {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      <div className="stack">{children}</div>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <Button autoFocus onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button look="danger" busy={busy} onClick={onAct}>
          {act}
        </Button>
      </div>
    </dialog>
  );
}
