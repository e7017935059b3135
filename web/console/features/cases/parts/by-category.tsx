import type { Overview } from '../../../../../contract/figures.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import type { Period } from '../period.ts';
import { FigureLink, OpenLink } from './figure-link.tsx';

/** What the cases are about, the most frequent first. */
export function ByCategory({ data, period }: { data: Overview; period: Period }) {
  const t = useWords();
  const rows = data.byCategory.toSorted((a, b) => b.raised - a.raised);
  const most = Math.max(...rows.map((row) => row.raised), 1);
  return (
    <section className="box">
      <div className="box-head">
        <h2>{t('console:overview.byCategory')}</h2>
        <p>{t('console:overview.raisedAndOpen')}</p>
      </div>
      {rows.length === 0 && <p className="none">{t('console:overview.none')}</p>}
      <table className="plain-table categories">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('console:column.category')}</th>
            <th scope="col">{t('console:overview.raised')}</th>
            <th scope="col">{t('console:overview.openNow')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ category, raised, open }) => (
            <tr key={category.id}>
              <th scope="row">
                {category.name}
                <span className="track" aria-hidden="true">
                  <i style={{ width: `${(raised / most) * 100}%` }} />
                </span>
              </th>
              <td>
                <FigureLink metric="case_raised" search={{ ...period, category: category.id }} value={raised} />
              </td>
              <td>
                <OpenLink
                  search={{ category: category.id, open: 'true', ...(period.area ? { area: period.area } : {}) }}
                  value={open}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
