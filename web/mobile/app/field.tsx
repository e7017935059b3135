import './forms.css';
import { type ReactNode, useId } from 'react';
import { Icon } from '../../ui/icon.tsx';

export interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: string;
  /** What is wrong and what is right. */
  readonly wrong?: string;
  readonly children: (props: ControlProps) => ReactNode;
}

/** A labelled control with its hint, or with what is wrong about it. */
export function Field({ label, hint, wrong, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': Boolean(wrong), 'aria-describedby': wrong || hint ? noteId : undefined })}
      {wrong ? (
        <p id={noteId} className="wrong">
          <Icon name="danger" />
          {wrong}
        </p>
      ) : (
        hint && (
          <p id={noteId} className="hint">
            {hint}
          </p>
        )
      )}
    </div>
  );
}
