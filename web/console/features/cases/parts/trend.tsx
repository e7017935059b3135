import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../../../contract/figures.ts';
import { monthDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import type { Period } from '../period.ts';
import { niceTop } from './trend-geometry.ts';

const width = 520;
const height = 180;
const floor = 150;
const head = 22;
const left = 28;
/** Half the width of the longest day, so that the last one is not cut off. */
const labelHalf = 24;

const noon = (day: string) => `${day}T12:00:00+08:00`;

/** Raised as bars, closed as a line; a bar opens to the cases raised in its days, weeks or months. */
export function Trend({ bars, period }: { bars: Overview['course']; period: Period }) {
  const t = useWords();
  const top = niceTop(Math.max(...bars.map((bar) => Math.max(bar.raised, bar.closed)), 1));
  const step = (width - left) / Math.max(bars.length, 1);
  const middle = (index: number) => left + step * (index + 0.5);
  const up = (value: number) => floor - ((floor - head) * value) / top;
  const every = Math.ceil(bars.length / 6);
  const today = bars.at(-1)?.to;
  return (
    <svg className="trend" viewBox={`0 0 ${width} ${height}`}>
      <title>{t('console:overview.trend')}</title>
      {[0, top / 2, top].map((value) => (
        <g key={value}>
          <path d={`M${left} ${up(value)}H${width}`} className={value === 0 ? 'base' : 'rule'} />
          <text x={left - 6} y={up(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {bars.map((bar, index) => (
        <Link
          key={bar.from}
          to="/figures/$metric"
          params={{ metric: 'case_raised' }}
          search={{ ...period, from: bar.from, to: bar.to }}
        >
          <title>
            {t('console:overview.trendDay', {
              days:
                bar.from === bar.to
                  ? monthDay(noon(bar.from))
                  : `${monthDay(noon(bar.from))}–${monthDay(noon(bar.to))}`,
              raised: bar.raised,
              closed: bar.closed,
            })}
          </title>
          <rect className="reach" x={left + step * index} y={head} width={step} height={floor - head} />
          <rect
            className={bar.to === today ? 'bar unfinished' : 'bar'}
            x={middle(index) - step * 0.32}
            y={up(bar.raised)}
            width={step * 0.64}
            height={floor - up(bar.raised)}
          />
        </Link>
      ))}
      <polyline className="closed" points={bars.map((bar, index) => `${middle(index)},${up(bar.closed)}`).join(' ')} />
      {bars.map(
        (bar, index) =>
          index % every === 0 && (
            <text key={bar.from} x={Math.min(middle(index), width - labelHalf)} y={height - 10} textAnchor="middle">
              {monthDay(noon(bar.from))}
            </text>
          ),
      )}
    </svg>
  );
}
