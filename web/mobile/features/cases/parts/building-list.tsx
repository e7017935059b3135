import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AreaRef } from '../../../../../contract/areas.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { areasQuery } from '../../../../client/queries/areas.ts';
import { Answer } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';

const shown = 60;

interface BuildingListProps {
  readonly root: { readonly id: string; readonly name: string };
  readonly onBuilding: (building: AreaRef) => void;
  /** Not in any building: the square, the road, the whole community. */
  readonly onWhole: () => void;
}

/** The buildings of one's community, 2号楼 before 10号楼, with a search box. */
export function BuildingList({ root, onBuilding, onWhole }: BuildingListProps) {
  const t = useWords();
  const [text, setText] = useState('');
  const buildings = useQuery(areasQuery({ parent: root.id, tier: 'building' }));
  const wanted = text.trim().toLowerCase();
  return (
    <>
      <Field label={t('mobile:place.search')}>
        {(props) => (
          <input
            {...props}
            type="search"
            inputMode="search"
            placeholder={t('mobile:place.searchHint')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Answer query={buildings} rows={3}>
        {(all) => {
          const found = all.filter(({ name }) => name.toLowerCase().includes(wanted));
          return (
            <div className="choices">
              <button type="button" className="choice" onClick={onWhole}>
                {t('mobile:place.public', { area: root.name })}
              </button>
              {found.slice(0, shown).map((building) => (
                <button key={building.id} type="button" className="choice" onClick={() => onBuilding(building)}>
                  {building.name}
                </button>
              ))}
              {found.length === 0 && <p className="hint">{t('mobile:place.none')}</p>}
              {found.length > shown && <p className="hint">{t('mobile:place.many', { count: found.length })}</p>}
            </div>
          );
        }}
      </Answer>
    </>
  );
}
