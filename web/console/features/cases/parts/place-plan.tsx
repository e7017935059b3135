import './place-plan.css';
import type { AreaRef } from '../../../../../contract/areas.ts';
import type { Position } from '../../../../../contract/wire.ts';
import { useBaseMap } from '../../../../client/base-map.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { outlineOf, usePlanAreas } from '../../../../client/plan-areas.ts';
import { smallestOf, usePin } from '../../../../client/use-pin.ts';
import { Button } from '../../../../ui/button.tsx';
import { Plan } from '../../../../ui/plan/plan.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';

interface PlacePlanProps {
  /** The area shown at first; the whole street where it is left out. */
  readonly root: Pick<AreaRef, 'id' | 'name'> | undefined;
  readonly start: Position | undefined;
  readonly onPick: (area: AreaRef, position: Position) => void;
  readonly onCancel: () => void;
}

/** A pin on the plan of the street says where it is; beside it what lies under the pin. */
export default function PlacePlan({ root, start, onPick, onCancel }: PlacePlanProps) {
  const t = useWords();
  const { tiles } = useBaseMap();
  const { pin, put, under, last, error, again } = usePin(start);
  const plan = usePlanAreas([...new Set([root?.id, last?.[0]?.id].filter((id) => id !== undefined))]);
  const smallest = smallestOf(under);
  if (plan.error) return <Failure error={plan.error} onRetry={onCancel} />;
  if (!plan.ready) return <Waiting rows={4} />;
  if (plan.shapes.length === 0) return <p className="hint">{t('places:noBoundaries')}</p>;
  return (
    <div className="stack place-plan">
      <p className="hint">{t('places:how')}</p>
      <div className="place-plan-sheet">
        <Plan
          label={t('places:plan', { area: root?.name ?? '' })}
          help={t('places:help')}
          closer={t('places:closer')}
          farther={t('places:farther')}
          shapes={plan.shapes}
          marks={plan.marks}
          start={outlineOf(plan.shapes, root?.id)}
          pin={pin}
          onPin={put}
          chosen={smallest?.id}
          tiles={tiles}
        />
      </div>
      <p role="status" className="place-plan-answer">
        {pin === undefined && t('places:noPin')}
        {pin && !under && !error && t('places:asking')}
        {under?.length === 0 && t('places:outside')}
        {smallest && <b>{under?.map(({ name }) => name).join(' ')}</b>}
      </p>
      {error && <Failure error={error} onRetry={again} />}
      <div className="row">
        <Button disabled={!smallest} onClick={() => smallest && pin && onPick(smallest, pin)}>
          {t('places:confirm')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('places:list')}
        </Button>
      </div>
    </div>
  );
}
