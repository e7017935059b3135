import type { CourseStep, Overview } from '../../../../../contract/figures.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import type { Period } from '../period.ts';
import { Trend } from './trend.tsx';

const steps: readonly CourseStep[] = ['day', 'week', 'month'];

/** How many were raised and closed, by day, week or month. */
export function Course({
  data,
  period,
  onStep,
}: {
  data: Overview;
  period: Period;
  onStep: (step: CourseStep) => void;
}) {
  const t = useWords();
  return (
    <section className="box">
      <div className="box-head">
        <h2>{t('console:overview.trend')}</h2>
        <fieldset className="spans no-print" aria-label={t('figures:step')}>
          {steps.map((step) => (
            <button key={step} type="button" aria-pressed={data.step === step} onClick={() => onStep(step)}>
              {t(`figures:step.${step}`)}
            </button>
          ))}
        </fieldset>
        <p className="legend">
          <i className="bar-mark" /> {t('console:overview.raised')} <i className="line-mark" />{' '}
          {t('console:overview.closed')}
        </p>
      </div>
      <nav aria-label={t('console:overview.trend')}>
        <Trend bars={data.course} period={period} />
      </nav>
    </section>
  );
}
