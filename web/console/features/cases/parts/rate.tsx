import { Link } from '@tanstack/react-router';
import type { Rate } from '../../../../../contract/figures.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import type { Period } from '../period.ts';

const whole = new Intl.NumberFormat('en');

/** One of the three rates; the share never stands without its numerator and denominator, and both open to their cases. */
export function RateBox({
  name,
  rate,
  before,
  unconfirmed,
  period,
}: {
  name: 'responded' | 'solved' | 'satisfied';
  rate: Rate;
  /** The same rate of the period before. */
  before: Rate;
  /** Cases closed without a word: silence is in no rate and is said beside it. */
  unconfirmed?: number;
  period: Period;
}) {
  const t = useWords();
  const share = rate.denominator === 0 ? undefined : rate.numerator / rate.denominator;
  return (
    <section className="box rate" aria-label={t(`cases:rate.${name}`)}>
      <h2>{t(`cases:rate.${name}`)}</h2>
      <p className="share">
        {share === undefined ? '—' : (share * 100).toFixed(1)}
        {share !== undefined && <small>%</small>}
      </p>
      <p className="of">
        <Link className="link" to="/figures/$metric" params={{ metric: rate.numeratorMetric }} search={period}>
          {whole.format(rate.numerator)}
        </Link>
        {' / '}
        <Link className="link" to="/figures/$metric" params={{ metric: rate.denominatorMetric }} search={period}>
          {whole.format(rate.denominator)}
        </Link>{' '}
        {t('console:unit.cases')}
      </p>
      <span className="track" aria-hidden="true">
        <i style={{ width: `${(share ?? 0) * 100}%` }} />
      </span>
      <p className="how">
        {t(`console:overview.how.${name}`)}
        {before.denominator > 0 && (
          <span>
            {t('figures:rate.before', {
              numerator: whole.format(before.numerator),
              denominator: whole.format(before.denominator),
            })}
          </span>
        )}
      </p>
      {unconfirmed !== undefined && (
        <p className="how">
          <Link className="link" to="/figures/$metric" params={{ metric: 'case_closed_unconfirmed' }} search={period}>
            {t('deadlines:rate.unconfirmed', { count: unconfirmed, number: whole.format(unconfirmed) })}
          </Link>
        </p>
      )}
    </section>
  );
}
