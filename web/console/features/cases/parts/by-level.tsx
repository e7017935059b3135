import type { Overview } from '../../../../../contract/figures.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import type { Period } from '../period.ts';
import { FigureLink } from './figure-link.tsx';

/** At whose desk the cases were closed, from the nearest to the farthest. */
export function ByLevel({ data, period }: { data: Overview; period: Period }) {
  const t = useWords();
  const most = Math.max(...data.byLevel.map(({ closed }) => closed), 1);
  return (
    <section className="box">
      <div className="box-head">
        <h2>{t('figures:byLevel')}</h2>
        <p>{t('figures:byLevel.about')}</p>
      </div>
      <table className="plain-table categories">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('figures:byLevel')}</th>
            <th scope="col">{t('console:overview.closed')}</th>
          </tr>
        </thead>
        <tbody>
          {data.byLevel.map(({ level, metric, closed }) => (
            <tr key={level}>
              <th scope="row">
                {t(`cases:level.${level}`)}
                <span className="track" aria-hidden="true">
                  <i style={{ width: `${(closed / most) * 100}%` }} />
                </span>
              </th>
              <td>
                <FigureLink metric={metric} search={period} value={closed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
