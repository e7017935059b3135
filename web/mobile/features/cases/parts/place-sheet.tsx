import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { AreaRef } from '../../../../../contract/areas.ts';
import type { DevicePosition as Given, Position } from '../../../../../contract/wire.ts';
import type { DraftPlace } from '../../../../client/drafts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { areasQuery } from '../../../../client/queries/areas.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Sheet } from '../../../../ui/sheet.tsx';
import { Answer, Waiting } from '../../../app/answers.tsx';
import { useMe } from '../../../app/use-me.ts';
import { placeLabel, searchRoot, usualPlace } from '../places.ts';
import { BuildingList } from './building-list.tsx';
import { DevicePosition } from './device-position.tsx';

export type OnPick = (area: DraftPlace, position: Given | null) => void;

const PlacePlan = lazy(() => import('./place-plan.tsx').catch(() => import('./no-plan.tsx')));

/** Picking a place: home, where the device is, or a building and its stairway. */
export function PlaceSheet({ onPick, onClose }: { onPick: OnPick; onClose: () => void }) {
  const t = useWords();
  const me = useMe();
  const root = searchRoot(me);
  const usual = usualPlace(me);
  const [position, setPosition] = useState<Given | null>(null);
  // Null: shown with no pin yet.
  const [plan, setPlan] = useState<Position | null>();
  const [building, setBuilding] = useState<{ area: AreaRef; grid: string }>();
  const pick = (area: { id: string; name: string }, ...above: readonly string[]) =>
    onPick({ areaId: area.id, label: placeLabel([...above, area.name]) }, position);
  const titleOf = () => {
    if (plan !== undefined) return t('places:show');
    return building ? placeLabel([building.grid, building.area.name]) : t('mobile:raise.place');
  };
  return (
    <Sheet title={titleOf()} closeLabel={t('action.close')} onClose={onClose}>
      {plan !== undefined ? (
        <Suspense fallback={<Waiting rows={4} />}>
          <PlacePlan start={plan ?? undefined} onPick={onPick} onList={() => setPlan(undefined)} />
        </Suspense>
      ) : building ? (
        <Units
          building={building.area}
          onPick={(unit) => (unit ? pick(unit, building.grid, building.area.name) : pick(building.area, building.grid))}
        />
      ) : (
        <div className="form">
          {usual && (
            <button type="button" className="place-button" onClick={() => onPick(usual, null)}>
              <Icon name="home" />
              <span>{usual.label}</span>
              <Icon name="forward" />
            </button>
          )}
          <DevicePosition
            onPosition={setPosition}
            onBuilding={(area, grid) => setBuilding({ area, grid })}
            onGrid={(grid) => pick(grid)}
            onPlan={setPlan}
          />
          <Button icon="pin" className="wide" onClick={() => setPlan(null)}>
            {t('places:show')}
          </Button>
          {root && (
            <BuildingList
              root={root}
              onBuilding={(area, grid) => setBuilding({ area, grid })}
              onWhole={() => pick(root)}
            />
          )}
        </div>
      )}
    </Sheet>
  );
}

function Units({ building, onPick }: { building: AreaRef; onPick: (unit?: AreaRef) => void }) {
  const t = useWords();
  const units = useQuery(areasQuery({ parent: building.id }));
  return (
    <Answer query={units} rows={2}>
      {(all) => (
        <div className="choices">
          <button type="button" className="choice" onClick={() => onPick()}>
            {t('raising:place.wholeBuilding')}
          </button>
          {all
            .filter(({ tier }) => tier === 'unit')
            .map((unit) => (
              <button key={unit.id} type="button" className="choice" onClick={() => onPick(unit)}>
                {unit.name}
              </button>
            ))}
        </div>
      )}
    </Answer>
  );
}
