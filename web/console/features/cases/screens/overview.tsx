import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Overview } from '../../../../../contract/figures.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { useTitle } from '../../../app/crumb.ts';
import { ByArea } from '../parts/by-area.tsx';
import { ByCategory } from '../parts/by-category.tsx';
import { PeriodPicker } from '../parts/period-picker.tsx';
import { RateBox } from '../parts/rate.tsx';
import { Totals } from '../parts/totals.tsx';
import { Trend } from '../parts/trend.tsx';
import { type Period, periodOf } from '../period.ts';
import { overviewQuery } from '../queries.ts';
import '../overview.css';

/** What became of the cases of a period: every figure opens to its records. */
export function OverviewScreen() {
  const t = useWords();
  useTitle(t('console:nav.overview'));
  const search = useSearch({ from: '/frame/overview' });
  const navigate = useNavigate();
  const period: Period = { ...periodOf('days90'), ...search };
  const { data, error, refetch, isPlaceholderData } = useQuery(overviewQuery(period));
  return (
    <div className="page overview" aria-busy={isPlaceholderData}>
      <header className="page-head">
        <h1>{t('console:nav.overview')}</h1>
        {data && <p>{data.area.name}</p>}
        <PeriodPicker period={period} onChange={(next) => void navigate({ to: '/overview', search: next })} />
      </header>
      {data ? <Figures data={data} /> : error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting />}
    </div>
  );
}

function Figures({ data }: { data: Overview }) {
  const t = useWords();
  // Somebody who works for a part of the street may also see cases outside it; the figures are those of the part.
  const area = data.area.tier === 'street' ? {} : { area: data.area.id };
  const period = { from: data.from, to: data.to, ...area };
  return (
    <>
      <Totals data={data} period={period} />
      <div className="rates">
        {(['responded', 'solved', 'satisfied'] as const).map((name) => (
          <RateBox key={name} name={name} rate={data.rates[name]} period={period} />
        ))}
      </div>
      <ByArea data={data} period={period} />
      <div className="pair">
        <section className="box">
          <div className="box-head">
            <h2>{t('console:overview.trend')}</h2>
            <p className="legend">
              <i className="bar-mark" /> {t('console:overview.raised')} <i className="line-mark" />{' '}
              {t('console:overview.closed')}
            </p>
          </div>
          <nav aria-label={t('console:overview.trend')}>
            <Trend days={data.byDay} period={period} />
          </nav>
        </section>
        <ByCategory data={data} period={period} />
      </div>
    </>
  );
}
