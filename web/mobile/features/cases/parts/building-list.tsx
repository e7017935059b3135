import { useState } from 'react';
import type { AreaRef } from '../../../../../contract/areas.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Answer } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { searchBuildings } from '../buildings.ts';
import { useBuildings } from '../use-buildings.ts';

const shown = 60;

interface BuildingListProps {
  readonly root: { readonly id: string; readonly name: string };
  readonly onBuilding: (building: AreaRef, grid: string) => void;
  /** Not in any building: the square, the road, the whole community. */
  readonly onWhole: () => void;
}

/** The buildings of one's community by grid, 2号楼 before 10号楼, with a search box. */
export function BuildingList({ root, onBuilding, onWhole }: BuildingListProps) {
  const t = useWords();
  const [text, setText] = useState('');
  const buildings = useBuildings(root.id);
  return (
    <>
      <Field label={t('raising:place.search')}>
        {(props) => (
          <input
            {...props}
            type="search"
            inputMode="search"
            placeholder={t('raising:place.searchHint')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="choices">
        <button type="button" className="choice" onClick={onWhole}>
          {t('raising:place.public', { area: root.name })}
        </button>
      </div>
      <Answer query={buildings} rows={3}>
        {(all) => {
          const found = searchBuildings(all, text);
          const count = found.reduce((sum, group) => sum + group.buildings.length, 0);
          let room = shown;
          return (
            <>
              {found.map(({ grid, buildings: inGrid }) => {
                const part = inGrid.slice(0, room);
                room -= part.length;
                if (part.length === 0) return null;
                return (
                  <section key={grid} className="category-group" aria-label={grid}>
                    {grid && <h3>{grid}</h3>}
                    <div className="choices">
                      {part.map((building) => (
                        <button
                          key={building.id}
                          type="button"
                          className="choice"
                          onClick={() => onBuilding(building, grid)}
                        >
                          {building.name}
                        </button>
                      ))}
                    </div>
                  </section>
                );
              })}
              {count === 0 && <p className="hint">{t('raising:place.none')}</p>}
              {count > shown && <p className="hint">{t('raising:place.many', { count })}</p>}
            </>
          );
        }}
      </Answer>
    </>
  );
}
