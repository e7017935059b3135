import './place-plan.css';
import type { Case } from '../../../../../contract/cases.ts';
import { useBaseMap } from '../../../../client/base-map.ts';
import { useCaseSpot } from '../../../../client/case-spot.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Plan } from '../../../../ui/plan/plan.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';

/** The place of a case on a small plan, to be looked at. */
export default function PlaceLook({ one }: { one: Case }) {
  const t = useWords();
  const { tiles } = useBaseMap();
  const { shapes, marks, ready, error, here, start, pin } = useCaseSpot(one);
  if (error) return <Failure error={error} onRetry={() => undefined} />;
  if (!ready) return <Waiting rows={2} />;
  if (!here && !pin) return <p className="hint">{t('places:noBoundaries')}</p>;
  return (
    <div className="place-look">
      <div className="place-look-sheet">
        <Plan
          label={t('places:planOf', { place: here?.name ?? '' })}
          help=""
          closer={t('places:closer')}
          farther={t('places:farther')}
          shapes={shapes}
          marks={marks}
          start={start}
          pin={pin}
          chosen={here?.id}
          tiles={tiles}
        />
      </div>
      {pin && <p className="hint">{t('places:pinned')}</p>}
    </div>
  );
}
