import type { CaseMetric } from '../../../../../contract/cases.ts';
import type { Overview } from '../../../../../contract/figures.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import type { Period } from '../period.ts';
import { FigureLink, OpenLink } from './figure-link.tsx';

const counted = [
  'case_raised',
  'case_dispatched',
  'case_closed',
  'case_refused',
  'case_reopened',
] as const satisfies CaseMetric[];

/** The counts of the period, then what stands open now. */
export function Totals({ data, period }: { data: Overview; period: Period }) {
  const t = useWords();
  const area = period.area ? { area: period.area } : {};
  return (
    <dl className="totals">
      {counted.map((metric) => (
        <div key={metric}>
          <dt>{t(`figures:metric.${metric}`)}</dt>
          <dd>
            <FigureLink metric={metric} search={period} value={data.totals[metric] ?? 0} />
            <small>{t('console:unit.cases')}</small>
          </dd>
        </div>
      ))}
      <div className="now">
        <dt>{t('console:overview.openNow')}</dt>
        <dd>
          <OpenLink search={{ ...area, open: 'true' }} value={data.open} />
          <small>{t('console:unit.cases')}</small>
        </dd>
      </div>
      <div>
        <dt>{t('console:overview.overdueNow')}</dt>
        <dd>
          <OpenLink search={{ ...area, deadline: 'overdue' }} value={data.overdue} />
          <small>{t('console:unit.cases')}</small>
        </dd>
      </div>
    </dl>
  );
}
