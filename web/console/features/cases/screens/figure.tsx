import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { CaseMetric } from '../../../../../contract/cases.ts';
import { monthDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { everyCategoryQuery } from '../../../../client/queries/cases.ts';
import { Button } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { oneArea } from '../../../app/areas.ts';
import { useTitle } from '../../../app/crumb.ts';
import { FigureTable } from '../parts/figure-table.tsx';
import { figureQuery } from '../queries.ts';
import '../cases.css';
import '../overview.css';

const noon = (day: string) => `${day}T12:00:00+08:00`;

/** The records behind one figure: as many as the figure says. */
export function Figure() {
  const t = useWords();
  const { metric } = useParams({ from: '/frame/figures/$metric' });
  const search = useSearch({ from: '/frame/figures/$metric' });
  const name = t(`figures:metric.${metric}`);
  useTitle(name);
  const list = useInfiniteQuery(figureQuery(metric as CaseMetric, search));
  const { data: area } = useQuery({ ...oneArea(search.area ?? ''), enabled: Boolean(search.area) });
  const { data: all } = useQuery(everyCategoryQuery);
  const category = all?.categories.find((one) => one.id === search.category);
  const records = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total;
  const { day, from, to, category: _category, timed, ...rest } = search;
  const days = day ? [day] : [from, to].filter((one) => one !== undefined);
  const about = [area?.name, category?.name, days.map((one) => monthDay(noon(one))).join(' – ')].filter(Boolean);
  return (
    <div className="page figure-page">
      <header className="page-head">
        <h1>{name}</h1>
        <p>
          {total !== undefined && <b>{t('common:count.cases', { count: total })}</b>} {about.join(' · ')}
        </p>
        <div className="acts">
          <Link className="btn" to="/overview" search={{ ...rest, ...(from ? { from } : {}), ...(to ? { to } : {}) }}>
            {t('console:figure.back')}
          </Link>
        </div>
      </header>
      {!list.data && list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {!list.data && !list.error && <Waiting />}
      {list.data && records.length === 0 && <Empty text={t('console:figure.none')} />}
      {records.length > 0 && <FigureTable records={records} />}
      {list.data && list.error && <Failure error={list.error} onRetry={() => void list.fetchNextPage()} />}
      {list.hasNextPage && !list.error && (
        <p className="more">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('console:inbox.more')}
          </Button>
          <span>{t('console:figure.shown', { shown: records.length, count: total ?? 0 })}</span>
        </p>
      )}
    </div>
  );
}
