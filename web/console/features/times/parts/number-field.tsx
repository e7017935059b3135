import { useWords } from '../../../../client/i18n/use-words.ts';
import { Field } from '../../../app/field.tsx';

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** The whole number that was typed, when it is one within the bounds. */
export function wholeIn(text: string, { min, max }: Bounds): number | undefined {
  const value = Number(text);
  return /^\d+$/.test(text.trim()) && value >= min && value <= max ? value : undefined;
}

interface NumberFieldProps {
  readonly label: string;
  /** Stands after the number. */
  readonly unit: string;
  readonly hint?: string;
  readonly value: string;
  readonly bounds: Bounds;
  readonly tried: boolean;
  readonly told?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A whole number with its unit and, once it was tried, what is wrong with it. */
export function NumberField({ label, unit, hint, value, bounds, tried, told, onChange }: NumberFieldProps) {
  const t = useWords();
  const wrong = tried && wholeIn(value, bounds) === undefined ? t('times:number.wrong', { ...bounds }) : told;
  return (
    <Field label={label} must {...(hint ? { hint } : {})} {...(wrong ? { wrong } : {})}>
      {(parts) => (
        <span className="number">
          <input
            className="input"
            inputMode="numeric"
            maxLength={5}
            {...parts}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {unit}
        </span>
      )}
    </Field>
  );
}
