import './place-plan.css';
import type { Position } from '../../../../../contract/wire.ts';
import { useBaseMap } from '../../../../client/base-map.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { outlineOf, usePlanAreas } from '../../../../client/plan-areas.ts';
import { smallestOf, usePin } from '../../../../client/use-pin.ts';
import { Button } from '../../../../ui/button.tsx';
import { Plan } from '../../../../ui/plan/plan.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { useElderMode } from '../../../app/elder-mode.ts';
import { useMe } from '../../../app/use-me.ts';
import { placeLabel, searchRoot } from '../places.ts';
import type { OnPick } from './place-sheet.tsx';

export interface PlacePlanProps {
  /** Where the device stands, if it was asked. */
  readonly start: Position | undefined;
  readonly onPick: OnPick;
  /** Back to the list of buildings, which needs no map. */
  readonly onList: () => void;
}

/** The plan of the street on which a pin says where it is; below it what lies under the pin. */
export default function PlacePlan({ start, onPick, onList }: PlacePlanProps) {
  const t = useWords();
  const { tiles } = useBaseMap();
  const elder = useElderMode();
  const root = searchRoot(useMe());
  const { pin, put, under, last, error, again } = usePin(start);
  const community = last?.[0]?.id;
  const plan = usePlanAreas([...new Set([root?.id, community].filter((id) => id !== undefined))]);
  const smallest = smallestOf(under);
  const label = placeLabel((under ?? []).map(({ name }) => name));
  if (plan.error) return <Failure error={plan.error} retry={onList} />;
  if (!plan.ready) return <Waiting rows={4} />;
  if (plan.shapes.length === 0)
    return (
      <div className="form">
        <p>{t('places:noBoundaries')}</p>
        <Button onClick={onList}>{t('places:list')}</Button>
      </div>
    );
  return (
    <div className="place-plan">
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
          letter={elder ? 18 : 14}
        />
      </div>
      <p role="status" className="place-plan-answer">
        {pin === undefined && t('places:noPin')}
        {pin && !under && !error && t('places:asking')}
        {under?.length === 0 && t('places:outside')}
        {smallest && <b>{label}</b>}
      </p>
      {error && <Failure error={error} retry={again} />}
      <div className="place-plan-acts">
        <Button onClick={onList}>{t('places:list')}</Button>
        <Button
          look="primary"
          disabled={!smallest}
          onClick={() => smallest && pin && onPick({ areaId: smallest.id, label }, pin)}
        >
          {t('places:confirm')}
        </Button>
      </div>
    </div>
  );
}
