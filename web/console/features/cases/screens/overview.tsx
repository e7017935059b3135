import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { CourseStep, Overview } from '../../../../../contract/figures.ts';
import { overviewExportAddress } from '../../../../client/case-figures.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { useTitle } from '../../../app/crumb.ts';
import { ByArea } from '../parts/by-area.tsx';
import { ByCategory } from '../parts/by-category.tsx';
import { ByLevel } from '../parts/by-level.tsx';
import { Course } from '../parts/course.tsx';
import { Durations } from '../parts/durations.tsx';
import { Moves } from '../parts/moves.tsx';
import { PeriodPicker } from '../parts/period-picker.tsx';
import { Predecessors } from '../parts/predecessors.tsx';
import { RateBox } from '../parts/rate.tsx';
import { Totals } from '../parts/totals.tsx';
import { type Period, periodOf } from '../period.ts';
import { overviewQuery } from '../queries.ts';
import '../overview.css';

/** What became of the cases of a period: every figure opens to its records. */
export function OverviewScreen() {
  const t = useWords();
  useTitle(t('console:nav.overview'));
  const search = useSearch({ from: '/frame/overview' });
  const navigate = useNavigate();
  const { step, ...chosen } = search;
  const period: Period = { ...periodOf('days90'), ...chosen };
  const asked = { ...period, ...(step ? { step } : {}) };
  const { data, error, refetch, isPlaceholderData } = useQuery(overviewQuery(asked));
  return (
    <div className="page overview" aria-busy={isPlaceholderData}>
      <header className="page-head">
        <h1>{t('console:nav.overview')}</h1>
        {data && (
          <p>
            {data.area.name} <span className="print-only">{`${data.from} – ${data.to}`}</span>
          </p>
        )}
        <PeriodPicker period={period} onChange={(next) => void navigate({ to: '/overview', search: next })} />
        <div className="acts no-print">
          <a className="btn" href={overviewExportAddress(asked)} download>
            {t('console:export')}
          </a>
          <button type="button" className="btn" onClick={() => window.print()}>
            {t('figures:print')}
          </button>
        </div>
      </header>
      {data && (
        <Predecessors
          data={data}
          counted={search.predecessors === 'true'}
          onChange={(counted) =>
            void navigate({ to: '/overview', search: { ...period, predecessors: counted ? 'true' : undefined } })
          }
        />
      )}
      {data ? (
        <Figures
          data={data}
          predecessors={search.predecessors}
          onStep={(next) => void navigate({ to: '/overview', search: { ...period, step: next } })}
        />
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </div>
  );
}

interface FiguresProps {
  readonly data: Overview;
  readonly predecessors: Period['predecessors'];
  readonly onStep: (step: CourseStep) => void;
}

function Figures({ data, predecessors, onStep }: FiguresProps) {
  // Somebody who works for a part of the street may also see cases outside it; the figures are those of the part.
  const area = data.area.tier === 'street' ? {} : { area: data.area.id };
  const period = { from: data.from, to: data.to, ...area, ...(predecessors ? { predecessors } : {}) };
  return (
    <>
      <Totals data={data} period={period} />
      <div className="rates">
        {(['responded', 'solved', 'satisfied'] as const).map((name) => (
          <RateBox
            key={name}
            name={name}
            rate={data.rates[name]}
            before={data.before.rates[name]}
            period={period}
            {...(name === 'satisfied' ? { unconfirmed: data.totals.case_closed_unconfirmed ?? 0 } : {})}
          />
        ))}
      </div>
      <ByArea data={data} period={period} />
      <div className="pair">
        <Course data={data} period={period} onStep={onStep} />
        <ByCategory data={data} period={period} />
      </div>
      <Durations data={data} period={period} />
      <div className="pair">
        <Moves data={data} period={period} />
        <ByLevel data={data} period={period} />
      </div>
    </>
  );
}
