import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CaseCounts } from '../../../../../contract/inbox.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { filterOf, type InboxFilter, sameFilter, tabFilters, tabsFor } from '../filter.ts';
import { useSavedFilters } from '../mutations.ts';
import { inboxCountsQuery, savedFiltersQuery } from '../queries.ts';
import { SaveFilter } from './save-filter.tsx';

const most = 10_000;
const counted = (count: number) => (count >= most ? '10000+' : String(count));

/** The usual views with their counts, then one's own; a view is nothing but a filter, so the address names it. */
export function ViewTabs({ filter, assigns }: { filter: InboxFilter; assigns: boolean }) {
  const t = useWords();
  const { data: counts } = useQuery(inboxCountsQuery);
  const { data: own } = useQuery(savedFiltersQuery);
  const { remove } = useSavedFilters();
  const tabs = tabsFor(assigns);
  const known =
    tabs.some((tab) => sameFilter(tabFilters[tab], filter)) ||
    own?.filters.some((one) => sameFilter(filterOf(one.filter), filter));
  return (
    <nav className="views" aria-label={t('console:inbox.views')}>
      <div className="scroll">
        {tabs.map((tab) => {
          const on = sameFilter(tabFilters[tab], filter);
          const count = counts?.[tab as keyof CaseCounts];
          return (
            <Link
              key={tab}
              to="/"
              search={tabFilters[tab]}
              className={on ? 'on' : ''}
              aria-current={on ? 'true' : undefined}
            >
              {t(`console:tab.${tab}`)}
              {count !== undefined && <b>{counted(count)}</b>}
            </Link>
          );
        })}
        {own?.filters.map((one) => {
          const on = sameFilter(filterOf(one.filter), filter);
          return (
            <span key={one.id} className={on ? 'own on' : 'own'}>
              <Link to="/" search={filterOf(one.filter)} aria-current={on ? 'true' : undefined}>
                {one.name}
              </Link>
              {on && (
                <button
                  type="button"
                  className="icon-btn"
                  aria-label={t('console:filter.forget', { name: one.name })}
                  onClick={() => remove.mutate(one.id)}
                >
                  <Icon name="close" />
                </button>
              )}
            </span>
          );
        })}
      </div>
      {!known && <SaveFilter filter={filter} />}
    </nav>
  );
}
