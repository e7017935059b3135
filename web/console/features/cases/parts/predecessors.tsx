import type { Overview } from '../../../../../contract/figures.ts';
import { monthDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';

interface PredecessorsProps {
  readonly data: Overview;
  readonly counted: boolean;
  readonly onChange: (counted: boolean) => void;
}

/** Says what the area came out of, and whether its past is counted too. */
export function Predecessors({ data, counted, onChange }: PredecessorsProps) {
  const t = useWords();
  const { predecessors } = data;
  if (predecessors.length === 0) return null;
  const names = predecessors.map(({ name, until }) =>
    until ? t('console:overview.until', { name, day: monthDay(until) }) : name,
  );
  return (
    <section className="box predecessors" aria-label={t('console:overview.predecessors')}>
      <p>{t('console:overview.cameOutOf', { names: names.join(t('common:list.separator')) })}</p>
      <label className="check">
        <input type="checkbox" checked={counted} onChange={(event) => onChange(event.target.checked)} />
        {t('console:overview.countPredecessors')}
      </label>
      {counted && predecessors.some(({ shared }) => shared) && (
        <p className="hint">{t('console:overview.sharedPast')}</p>
      )}
    </section>
  );
}
