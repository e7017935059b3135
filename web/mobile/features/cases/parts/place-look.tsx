import './place-plan.css';
import type { Case } from '../../../../../contract/cases.ts';
import { useBaseMap } from '../../../../client/base-map.ts';
import { useCaseSpot } from '../../../../client/case-spot.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Plan } from '../../../../ui/plan/plan.tsx';
import { Sheet } from '../../../../ui/sheet.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { useElderMode } from '../../../app/elder-mode.ts';

/** The place of a case on the plan, for whoever has to find it. */
export default function PlaceLook({ one, onClose }: { one: Case; onClose: () => void }) {
  const t = useWords();
  const { tiles } = useBaseMap();
  const elder = useElderMode();
  const { shapes, marks, ready, error, here, start, pin } = useCaseSpot(one);
  return (
    <Sheet title={here?.name ?? t('places:see')} closeLabel={t('action.close')} onClose={onClose}>
      {error && <Failure error={error} retry={onClose} />}
      {!error && !ready && <Waiting rows={4} />}
      {ready && !here && !pin && <p>{t('places:noBoundaries')}</p>}
      {ready && (here || pin) && (
        <div className="place-plan">
          <div className="place-plan-look">
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
              letter={elder ? 18 : 14}
            />
          </div>
          {pin && <p className="hint">{t('places:pinned')}</p>}
        </div>
      )}
    </Sheet>
  );
}
