import type { FormParts } from './form-parts.ts';

interface TextFieldProps extends Pick<FormParts, 'Field'> {
  readonly label: string;
  readonly kind: 'password' | 'new-password' | 'code' | 'email' | 'text';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly wrong?: string | undefined;
}

const kinds = {
  password: { type: 'password', autoComplete: 'current-password' },
  'new-password': { type: 'password', autoComplete: 'new-password' },
  // Not a number field: a code begins with a nought as often as with any other digit.
  code: { type: 'text', inputMode: 'text', autoComplete: 'one-time-code', autoCapitalize: 'none', spellCheck: false },
  email: { type: 'email', autoComplete: 'email', autoCapitalize: 'none', spellCheck: false },
  text: { type: 'text', autoComplete: 'off' },
} as const;

/** One line of text with its label, in the face's own field. */
export function TextField({ Field, label, kind, value, onChange, hint, wrong }: TextFieldProps) {
  return (
    <Field label={label} {...(hint ? { hint } : {})} {...(wrong ? { wrong } : {})}>
      {(parts) => (
        <input
          className="input"
          {...parts}
          {...kinds[kind]}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
