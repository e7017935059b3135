import { Link } from '@tanstack/react-router';
import type { Duration, Durations as Medians, Overview } from '../../../../../contract/figures.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import type { FigureSearch, Period } from '../period.ts';
import { tookWords } from '../took.ts';

interface Line {
  id: string;
  name: string;
  durations: Medians;
  search: FigureSearch;
}

function DurationCells({ duration, search }: { duration: Duration; search: FigureSearch }) {
  const t = useWords();
  return (
    <>
      <td className="took">{duration.minutes === null ? '—' : tookWords(duration.minutes)}</td>
      <td>
        <Link
          className="link figure"
          to="/figures/$metric"
          params={{ metric: duration.metric }}
          search={{ ...search, timed: 'true' }}
        >
          {t('common:count.cases', { count: duration.cases })}
        </Link>
      </td>
    </>
  );
}

function Lines({ title, lines }: { title?: string; lines: readonly Line[] }) {
  return (
    <tbody>
      {title && (
        <tr>
          <th scope="rowgroup" className="group" colSpan={5}>
            {title}
          </th>
        </tr>
      )}
      {lines.map(({ id, name, durations, search }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <DurationCells duration={durations.answered} search={search} />
          <DurationCells duration={durations.closed} search={search} />
        </tr>
      ))}
    </tbody>
  );
}

/** Medians, each beside the number of cases behind it: of the area, of its parts in their own order, and of what the cases are about. */
export function Durations({ data, period }: { data: Overview; period: Period }) {
  const t = useWords();
  const timed = ({ durations }: { durations: Medians }) => durations.answered.cases + durations.closed.cases > 0;
  if (!timed(data)) return null;
  const areas = data.byArea.filter(timed).map(({ area, durations }) => ({
    ...{ id: area.id, name: area.name, durations },
    search: { from: data.from, to: data.to, area: area.id },
  }));
  const categories = data.byCategory.filter(timed).map(({ category, durations }) => ({
    ...{ id: category.id, name: category.name, durations },
    search: { ...period, category: category.id },
  }));
  const all = { id: 'all', name: t('figures:durations.whole'), durations: data.durations, search: period };
  return (
    <section className="box">
      <div className="box-head">
        <h2>{t('figures:durations')}</h2>
        <p>{t('figures:durations.about')}</p>
      </div>
      <table className="plain-table durations">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('figures:durations.of')}</span>
            </th>
            <th scope="colgroup" colSpan={2}>
              {t('figures:durations.answered')}
            </th>
            <th scope="colgroup" colSpan={2}>
              {t('figures:durations.closed')}
            </th>
          </tr>
        </thead>
        <Lines lines={[all]} />
        {areas.length > 0 && <Lines title={t('figures:durations.areas')} lines={areas} />}
        {categories.length > 0 && <Lines title={t('figures:durations.categories')} lines={categories} />}
      </table>
    </section>
  );
}
