import { Field, type FieldProps } from './field.tsx';

interface WordsFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onChange: (words: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
}

/** A few sentences. Ctrl or Command with Enter sends the form. */
export function WordsField({ value, onChange, rows = 2, maxLength = 500, ...field }: WordsFieldProps) {
  return (
    <Field {...field}>
      {(parts) => (
        <textarea
          className="input"
          rows={rows}
          maxLength={maxLength}
          {...parts}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
      )}
    </Field>
  );
}
