import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import type { PlacePlanProps } from './place-plan.tsx';

/** Stands in where the plan cannot be fetched: the list needs nothing that is not here already. */
export default function NoPlan({ onList }: PlacePlanProps) {
  const t = useWords();
  return (
    <div className="form">
      <p role="alert">{t('places:failed')}</p>
      <Button className="wide" onClick={onList}>
        {t('places:list')}
      </Button>
    </div>
  );
}
