import { useMutation } from '@tanstack/react-query';
import type { AreaRef } from '../../../../../contract/areas.ts';
import type { DevicePosition as Given, Position } from '../../../../../contract/wire.ts';
import { locate } from '../../../../client/areas.ts';
import { devicePosition, GeolocationRefused } from '../../../../client/device-position.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { useFailureText } from '../../../app/answers.tsx';

interface DevicePositionProps {
  readonly onPosition: (position: Given) => void;
  readonly onBuilding: (building: AreaRef, grid: string) => void;
  readonly onGrid: (grid: AreaRef) => void;
  readonly onPlan: (position: Position) => void;
}

/** Asked only on a tap: where the device stands, then the grid and the buildings close by to choose from. */
export function DevicePosition({ onPosition, onBuilding, onGrid, onPlan }: DevicePositionProps) {
  const t = useWords();
  const failureText = useFailureText();
  const here = useMutation({
    mutationFn: async () => {
      const position = await devicePosition();
      onPosition(position);
      return locate(position);
    },
  });
  const { grid, position, buildings = [] } = here.data ?? {};
  return (
    <div className="field">
      <Button icon="locate" busy={here.isPending} className="wide" onClick={() => here.mutate()}>
        {t(here.isPending ? 'raising:place.finding' : 'raising:place.here')}
      </Button>
      {here.error && (
        <p role="alert" className="hint">
          {here.error instanceof GeolocationRefused ? t('raising:place.refused') : failureText(here.error)}
        </p>
      )}
      {here.data && (
        <div className="choices" role="status">
          {!grid && buildings.length === 0 && <p className="hint">{t('raising:place.outside')}</p>}
          {buildings.slice(0, 6).map((building) => (
            <button
              key={building.id}
              type="button"
              className="choice"
              onClick={() => onBuilding(building, grid?.name ?? '')}
            >
              {building.name}
              <span className="nw">{t('raising:place.metres', { count: Math.round(building.metres) })}</span>
            </button>
          ))}
          {grid && (
            <button type="button" className="choice" onClick={() => onGrid(grid)}>
              {t('raising:place.public', { area: grid.name })}
            </button>
          )}
          {position && (
            <button type="button" className="choice" onClick={() => onPlan(position)}>
              {t('places:check')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
