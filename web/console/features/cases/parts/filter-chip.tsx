import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Popup } from '../../../app/popup.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** How many options it stands below. */
  readonly depth?: number;
}

interface FilterChipProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: readonly string[];
  readonly several?: boolean;
  readonly onChange: (value: string[]) => void;
}

const searchFrom = 9;

/** One part of the filter: closed it says what is set, open it lists what can be. */
export function FilterChip({ label, options, value, several, onChange }: FilterChipProps) {
  const t = useWords();
  const [words, setWords] = useState('');
  const set = options.filter((option) => value.includes(option.value)).map((option) => option.label);
  const found = options.filter((option) => option.label.includes(words.trim()));
  const face = (
    <>
      {label}
      {set.length > 0 && <b>{set.join(t('common:list.separator'))}</b>}
      {set.length === 0 && <Icon name="down" />}
    </>
  );
  return (
    <span className={set.length > 0 ? 'f set' : 'f'}>
      <Popup className="f-open" label={face} name={label}>
        {(close) => (
          <>
            {options.length >= searchFrom && (
              <input
                className="input"
                type="search"
                aria-label={t('console:filter.find', { name: label })}
                placeholder={t('common:action.search')}
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            )}
            <ul className="options">
              {found.map((option) => (
                <li key={option.value}>
                  <label className="check" style={option.depth ? { paddingLeft: 8 + option.depth * 20 } : undefined}>
                    <input
                      type={several ? 'checkbox' : 'radio'}
                      name={label}
                      checked={value.includes(option.value)}
                      onChange={(event) => {
                        if (!several) {
                          onChange([option.value]);
                          close();
                        } else if (event.target.checked) onChange([...value, option.value]);
                        else onChange(value.filter((one) => one !== option.value));
                      }}
                    />
                    {option.label}
                  </label>
                </li>
              ))}
              {found.length === 0 && <li className="none">{t('console:filter.nothing')}</li>}
            </ul>
          </>
        )}
      </Popup>
      {set.length > 0 && (
        <button
          type="button"
          className="f-clear"
          aria-label={t('console:filter.clearOne', { name: label })}
          onClick={() => onChange([])}
        >
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}
