import { useWords } from '../../../../client/i18n/use-words.ts';
import { useAreaOptions } from '../../../app/areas.ts';
import { type Period, periodOf, spans } from '../period.ts';
import { FilterChip } from './filter-chip.tsx';

/** Which area, and from which day to which. */
export function PeriodPicker({ period, onChange }: { period: Period; onChange: (period: Period) => void }) {
  const t = useWords();
  const areas = useAreaOptions();
  const { from, to, area } = period;
  const on = (days: Period) => days.from === from && days.to === to;
  return (
    <div className="acts period">
      <FilterChip
        label={t('console:filter.area')}
        options={areas}
        value={area ? [area] : []}
        onChange={([id]) => onChange({ from, to, ...(id ? { area: id } : {}) })}
      />
      <fieldset className="spans" aria-label={t('console:overview.period')}>
        {spans.map((span) => (
          <button
            key={span}
            type="button"
            aria-pressed={on(periodOf(span))}
            onClick={() => onChange({ ...(area ? { area } : {}), ...periodOf(span) })}
          >
            {t(`console:span.${span}`)}
          </button>
        ))}
      </fieldset>
      <input
        className="input"
        type="date"
        aria-label={t('console:filter.from')}
        value={from}
        max={to}
        onChange={(event) => event.target.value && onChange({ ...period, from: event.target.value })}
      />
      <span aria-hidden="true">–</span>
      <input
        className="input"
        type="date"
        aria-label={t('console:filter.to')}
        value={to}
        min={from}
        onChange={(event) => event.target.value && onChange({ ...period, to: event.target.value })}
      />
    </div>
  );
}
