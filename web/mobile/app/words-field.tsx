import type { ReactNode } from 'react';
import { Field } from './field.tsx';
import { VoiceButton } from './voice-button.tsx';

interface WordsFieldProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly placeholder?: string;
  readonly wrong?: string;
  readonly maxLength?: number;
  readonly focusFirst?: boolean;
}

/** A few sentences, typed or spoken. */
export function WordsField({
  label,
  value,
  onChange,
  placeholder,
  wrong,
  maxLength = 2000,
  focusFirst,
}: WordsFieldProps) {
  return (
    <Field label={label} wrong={wrong}>
      {(props) => (
        <span className="words">
          <textarea
            {...props}
            rows={4}
            maxLength={maxLength}
            placeholder={placeholder}
            value={value}
            ref={focusFirst ? focusOnce : undefined}
            onChange={(event) => onChange(event.target.value)}
          />
          <VoiceButton onText={(heard) => onChange(value + heard)} />
        </span>
      )}
    </Field>
  );
}

/** Outside the component, so that React calls it once and typing elsewhere is not interrupted. */
const focusOnce = (area: HTMLTextAreaElement | null) => area?.focus({ preventScroll: true });
