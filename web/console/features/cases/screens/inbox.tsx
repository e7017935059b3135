import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { exportAddress } from '../../../../client/case-figures.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { useTitle } from '../../../app/crumb.ts';
import { may, useMe } from '../../../app/session.ts';
import { filterOf, type InboxSearch, isEmpty, queryOf, tabFilters, tabsFor, usualSort } from '../filter.ts';
import { ChosenBar } from '../parts/chosen-bar.tsx';
import { FilterBar } from '../parts/filter-bar.tsx';
import { InboxList } from '../parts/inbox-list.tsx';
import { KeysHelp } from '../parts/keys-help.tsx';
import { Panel } from '../parts/panel.tsx';
import { useInboxKeys } from '../parts/use-inbox-keys.ts';
import { ViewTabs } from '../parts/view-tabs.tsx';
import { inboxCountsQuery, inboxQuery } from '../queries.ts';
import type { ActVerb } from '../verbs.ts';
import '../cases.css';
import '../one-case.css';

/** Everything that waits, as a dense list with one case beside it. */
export function Inbox() {
  const t = useWords();
  useTitle(t('console:nav.inbox'));
  const person = useMe();
  const assigns = may(person, 'case.assign');
  const navigate = useNavigate();
  const search = useSearch({ from: '/frame/' });
  const asked = filterOf(search);
  const filter = isEmpty(asked) ? tabFilters[tabsFor(assigns)[0]!] : asked;
  const sort = search.sort ?? usualSort(filter);
  const list = useInfiniteQuery(inboxQuery(filter, sort));
  const { data: counts } = useQuery(inboxCountsQuery);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [begin, setBegin] = useState<ActVerb>();
  const [help, setHelp] = useState(false);

  const go = (next: InboxSearch) => void navigate({ to: '/', search: next });
  const open = (id: string | undefined, verb?: ActVerb) => {
    setBegin(verb);
    void navigate({
      to: '/',
      search: { ...filter, ...(search.sort ? { sort: search.sort } : {}), ...(id ? { case: id } : {}) },
      replace: Boolean(search.case && id),
    });
  };
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) on ? after.add(id) : after.delete(id);
      return after;
    });
  const keys = useInboxKeys({ rows, opened: search.case, chosen, choose, open, onHelp: () => setHelp(true) });

  return (
    <div className={search.case ? 'inbox with-panel' : 'inbox'}>
      <section className="work">
        <header className="page-head">
          <h1>{t('console:nav.inbox')}</h1>
          {counts && <p>{t('console:inbox.summary', { open: counts.open, overdue: counts.overdue })}</p>}
          <div className="acts">
            {may(person, 'case.export') && (
              <a className="btn" href={exportAddress(queryOf(filter))} download>
                <Icon name="export" />
                {t('console:export')}
              </a>
            )}
            {may(person, 'hotline.import') && (
              <Link className="btn" to="/hotline">
                <Icon name="cloudUp" />
                {t('console:nav.hotline')}
              </Link>
            )}
            {may(person, 'case.register') && (
              <Link className="btn" to="/register">
                <Icon name="add" />
                {t('console:nav.register')}
              </Link>
            )}
          </div>
        </header>
        <ViewTabs filter={filter} assigns={assigns} />
        <FilterBar filter={filter} wide={!search.case} onChange={go} />
        {chosen.size > 0 && (
          <ChosenBar rows={rows.filter((row) => chosen.has(row.id))} onDone={() => setChosen(new Set())} />
        )}
        <InboxList
          list={list}
          rows={rows}
          filter={filter}
          sort={sort}
          search={{ ...filter, ...(search.sort ? { sort: search.sort } : {}) }}
          current={keys.current}
          chosen={chosen}
          narrow={Boolean(search.case)}
          onChoose={choose}
          onOpen={(id) => open(id)}
          onSort={(next) => go({ ...filter, sort: next, ...(search.case ? { case: search.case } : {}) })}
          onHelp={() => setHelp(true)}
        />
      </section>
      {search.case && (
        <Panel id={search.case} begin={begin} onClose={() => open(undefined)} onUp={keys.up} onDown={keys.down} />
      )}
      {help && <KeysHelp onClose={() => setHelp(false)} />}
    </div>
  );
}
