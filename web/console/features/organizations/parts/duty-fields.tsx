import { useState } from 'react';
import type { AreaRef } from '../../../../../contract/areas.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { useAreaOptions } from '../../../app/areas.ts';
import { useMe } from '../../../app/session.ts';

interface DutyFieldsProps {
  readonly duties: readonly AreaRef[];
  readonly onChange: (duties: AreaRef[]) => void;
}

/** Areas a body is on duty for: those it has, and the street, its communities and grids to add. */
export function DutyFields({ duties, onChange }: DutyFieldsProps) {
  const t = useWords();
  const { street } = useMe();
  const options = [{ value: street.id, label: street.name, depth: 0 }, ...useAreaOptions()];
  const [chosen, setChosen] = useState('');
  const add = () => {
    const option = options.find(({ value }) => value === chosen);
    if (!option) return;
    // The server knows the tier; here only id and name are shown.
    onChange([...duties, { id: option.value, name: option.label, tier: option.depth ? 'grid' : 'community' }]);
    setChosen('');
  };
  const left = options.filter(({ value }) => !duties.some(({ id }) => id === value));
  return (
    <fieldset className="stack">
      <legend>{t('organizations:duties')}</legend>
      <ul className="lines">
        {duties.map(({ id, name }) => (
          <li key={id}>
            {name}
            <Button look="quiet" onClick={() => onChange(duties.filter((one) => one.id !== id))}>
              {t('common:action.delete')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="row">
        <select
          className="input"
          aria-label={t('organizations:duties.choose')}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">{t('organizations:duties.choose')}</option>
          {left.map(({ value, label, depth }) => (
            <option key={value} value={value}>
              {`${'　'.repeat(depth)}${label}`}
            </option>
          ))}
        </select>
        <Button icon="add" disabled={!chosen} onClick={add}>
          {t('organizations:duties.add')}
        </Button>
      </div>
    </fieldset>
  );
}
