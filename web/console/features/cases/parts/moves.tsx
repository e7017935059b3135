import type { CaseMetric } from '../../../../../contract/cases.ts';
import type { Overview } from '../../../../../contract/figures.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import type { Period } from '../period.ts';
import { FigureLink } from './figure-link.tsx';

/** Every move that is counted, beside the period before; what happened in neither is left out. Both figures open to their records. */
export function Moves({ data, period }: { data: Overview; period: Period }) {
  const t = useWords();
  const levels = new Set<string>(data.byLevel.map(({ metric }) => metric));
  const moves = (Object.keys(data.totals) as CaseMetric[]).filter(
    (metric) => !levels.has(metric) && (data.totals[metric] ?? 0) + (data.before.totals[metric] ?? 0) > 0,
  );
  const { from, to } = data.before;
  return (
    <section className="box">
      <div className="box-head">
        <h2>{t('figures:moves')}</h2>
        <p>{t('figures:moves.about')}</p>
      </div>
      {moves.length === 0 && <p className="none">{t('console:overview.none')}</p>}
      {moves.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('figures:move')}</th>
              <th scope="col">{t('figures:period.this')}</th>
              <th scope="col">{t('figures:period.before')}</th>
            </tr>
          </thead>
          <tbody>
            {moves.map((metric) => (
              <tr key={metric}>
                <th scope="row">{t(`figures:metric.${metric}`)}</th>
                <td>
                  <FigureLink metric={metric} search={period} value={data.totals[metric] ?? 0} />
                </td>
                <td>
                  <FigureLink
                    metric={metric}
                    search={{ ...period, from, to }}
                    value={data.before.totals[metric] ?? 0}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
