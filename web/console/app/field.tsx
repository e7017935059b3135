import { type ReactNode, useId } from 'react';
import { useWords } from '../../client/i18n/use-words.ts';
import { Icon } from '../../ui/icon.tsx';

export interface FieldParts {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

export interface FieldProps {
  readonly label: string;
  readonly must?: boolean;
  readonly hint?: string;
  /** What is wrong with it, in the reader's language. */
  readonly wrong?: string;
  readonly children: (parts: FieldParts) => ReactNode;
}

/** A labelled field with its hint, and beside it what is wrong with what was typed. */
export function Field({ label, must, hint, wrong, children }: FieldProps) {
  const t = useWords();
  const id = useId();
  const note = `${id}-note`;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {must && <span className="must">{t('common:required')}</span>}
      </label>
      {children({ id, 'aria-invalid': Boolean(wrong), 'aria-describedby': wrong || hint ? note : undefined })}
      {wrong ? (
        <p className="wrong" id={note} role="alert">
          <Icon name="danger" />
          {wrong}
        </p>
      ) : (
        hint && (
          <p className="hint" id={note}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}
