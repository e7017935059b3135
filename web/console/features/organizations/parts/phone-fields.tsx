import type { BodyPhone } from '../../../../../contract/organizations.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';

export type PhoneLine = BodyPhone & { readonly key: number };

interface PhoneFieldsProps {
  readonly phones: readonly PhoneLine[];
  readonly onChange: (phones: readonly PhoneLine[]) => void;
}

/** Further numbers, each with what it is for. */
export function PhoneFields({ phones, onChange }: PhoneFieldsProps) {
  const t = useWords();
  const change = (key: number, to: Partial<BodyPhone>) =>
    onChange(phones.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const next = Math.max(-1, ...phones.map(({ key }) => key)) + 1;
  return (
    <fieldset className="stack">
      <legend>{t('organizations:phones')}</legend>
      {phones.map(({ key, words, number }) => (
        <div key={key} className="row">
          <input
            className="input"
            aria-label={t('organizations:phones.number')}
            placeholder={t('organizations:phones.number')}
            maxLength={20}
            value={number}
            onChange={(event) => change(key, { number: event.target.value })}
          />
          <input
            className="input"
            aria-label={t('organizations:phones.words')}
            placeholder={t('organizations:phones.words')}
            maxLength={20}
            value={words}
            onChange={(event) => change(key, { words: event.target.value })}
          />
          <Button look="quiet" onClick={() => onChange(phones.filter((one) => one.key !== key))}>
            {t('common:action.delete')}
          </Button>
        </div>
      ))}
      {phones.length < 6 && (
        <div className="row">
          <Button icon="add" onClick={() => onChange([...phones, { key: next, words: '', number: '' }])}>
            {t('organizations:phones.add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
