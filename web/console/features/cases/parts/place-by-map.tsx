import { lazy, Suspense, useState } from 'react';
import type { AreaRef } from '../../../../../contract/areas.ts';
import type { Position } from '../../../../../contract/wire.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Waiting } from '../../../app/answers.tsx';

const PlacePlan = lazy(() => import('./place-plan.tsx'));

interface PlaceByMapProps {
  readonly root: Pick<AreaRef, 'id' | 'name'> | undefined;
  readonly position: Position | undefined;
  readonly onPick: (area: AreaRef, position: Position) => void;
  /** Takes the pin away; the area stays. */
  readonly onUnpin: () => void;
}

/** Opens the plan below the fields that say the same in words. */
export function PlaceByMap({ root, position, onPick, onUnpin }: PlaceByMapProps) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div className="row">
        <Button icon="pin" onClick={() => setOpen(true)}>
          {t('places:show')}
        </Button>
        {position && (
          <>
            <span className="hint">{t('places:pointed')}</span>
            <Button look="quiet" onClick={onUnpin}>
              {t('places:unpoint')}
            </Button>
          </>
        )}
      </div>
    );
  }
  return (
    <Suspense fallback={<Waiting rows={4} />}>
      <PlacePlan
        root={root}
        start={position}
        onPick={(area, at) => {
          onPick(area, at);
          setOpen(false);
        }}
        onCancel={() => setOpen(false)}
      />
    </Suspense>
  );
}
