import { Field } from '../../../app/field.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly must?: boolean;
  readonly wrong?: string | undefined;
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
}

/** One line of text. */
export function TextField({ label, value, hint, must, wrong, maxLength = 40, onChange }: TextFieldProps) {
  return (
    <Field label={label} {...(must ? { must } : {})} {...(hint ? { hint } : {})} {...(wrong ? { wrong } : {})}>
      {(parts) => (
        <input
          className="input"
          autoComplete="off"
          {...parts}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
