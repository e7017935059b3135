import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { AreaMatches } from '../../../../../contract/areas.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { matchesQuery } from '../queries.ts';

export type Match = AreaMatches['matches'][number];

interface FinderProps {
  readonly label: string;
  readonly id?: string;
  /** Leaves out what cannot be chosen here. */
  readonly fits?: (match: Match) => boolean;
  readonly onChoose: (match: Match) => void;
}

/** Areas by name, written place or code, as one types. */
export function Finder({ label, id, fits = () => true, onChoose }: FinderProps) {
  const t = useWords();
  const [text, setText] = useState('');
  const words = useDeferredValue(text.trim());
  const { data } = useQuery(matchesQuery(words));
  const matches = data?.matches.filter(fits);
  return (
    <div className="finder">
      <input
        className="input"
        type="search"
        id={id}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {words !== '' && matches && (
        <ul className="finder-list">
          {matches.length === 0 && <li className="hint">{t('areas:find.none')}</li>}
          {matches.map((match) => (
            <li key={match.id}>
              <button
                type="button"
                onClick={() => {
                  setText('');
                  onChoose(match);
                }}
              >
                <b>{match.name}</b>
                <span>{match.ancestors.map(({ name }) => name).join(' · ') || match.code}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
