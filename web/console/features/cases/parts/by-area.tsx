import type { Overview } from '../../../../../contract/figures.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import type { Period } from '../period.ts';
import { FigureLink, OpenLink } from './figure-link.tsx';
import { Plan } from './plan.tsx';

/** Plan and table of the areas one tier below, in their own order, not by their figures: areas are not ranked. */
export function ByArea({ data, period }: { data: Overview; period: Period }) {
  const t = useWords();
  if (data.byArea.length === 0) return null;
  return (
    <section className="box by-area">
      <div className="box-head">
        <h2>{t('console:overview.byArea')}</h2>
        <p className="legend">
          <i className="area-mark" /> {t('console:overview.fewOpen')} <i className="area-mark busy" />{' '}
          {t('console:overview.manyOpen')}
        </p>
      </div>
      <div className="split">
        <nav className="plan-box" aria-label={t('console:overview.plan')}>
          <Plan areas={data.byArea.filter(({ until }) => until === null)} />
        </nav>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('console:overview.area')}</th>
              <th scope="col">{t('console:overview.raised')}</th>
              <th scope="col">{t('console:overview.openNow')}</th>
              <th scope="col">{t('console:overview.overdueNow')}</th>
            </tr>
          </thead>
          <tbody>
            {data.byArea.map(({ area, until, raised, open, overdue }) => (
              <tr key={area.id}>
                <th scope="row">
                  {area.name}
                  {until && <small className="gone">{t('console:overview.gone')}</small>}
                </th>
                <td>
                  <FigureLink metric="case_raised" search={{ ...period, area: area.id }} value={raised} />
                </td>
                <td>
                  <OpenLink search={{ area: area.id, open: 'true' }} value={open} />
                </td>
                <td>
                  <OpenLink search={{ area: area.id, deadline: 'overdue' }} value={overdue} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
