import { Link } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { CaseSummary } from '../../../../../contract/cases.ts';
import { when } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Chip } from '../../../../ui/status.tsx';
import type { InboxSearch, InboxSort } from '../filter.ts';
import { Standing, State } from './standing.tsx';

export interface CaseTableProps {
  readonly rows: readonly CaseSummary[];
  /** Case the keys act on. */
  readonly current: string | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly sort: InboxSort;
  /** With the panel beside it there is room for five columns only. */
  readonly narrow: boolean;
  readonly search: InboxSearch;
  readonly onChoose: (ids: readonly string[], on: boolean) => void;
  readonly onSort: (sort: InboxSort) => void;
  readonly onOpen: (id: string) => void;
}

export function CaseTable(props: CaseTableProps) {
  const { rows, chosen, sort, narrow, onChoose, onSort } = props;
  const t = useWords();
  const all = rows.length > 0 && rows.every((row) => chosen.has(row.id));
  return (
    <table className={narrow ? 'cases narrow' : 'cases'} aria-label={t('console:inbox.table')}>
      <colgroup>
        <col className="w-tick" />
        <col />
        <col className="w-place" />
        <col className="w-source" />
        {!narrow && <col className="w-handler only-wide" />}
        <col className="w-state" />
        <col className="w-due" />
        {!narrow && <col className="w-raised only-wide" />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <input
              type="checkbox"
              className="tick"
              checked={all}
              aria-label={t('console:inbox.chooseAll')}
              onChange={(event) =>
                onChoose(
                  rows.map((row) => row.id),
                  event.target.checked,
                )
              }
            />
          </th>
          <th scope="col">{t('console:column.title')}</th>
          <th scope="col">{t('console:column.place')}</th>
          <th scope="col">{t('console:column.source')}</th>
          {!narrow && (
            <th scope="col" className="only-wide">
              {t('console:column.handler')}
            </th>
          )}
          <th scope="col">{t('console:column.state')}</th>
          <SortedBy sort="due" now={sort} onSort={onSort} label={t('console:column.due')} />
          {!narrow && (
            <SortedBy
              className="only-wide"
              sort="newest"
              now={sort}
              onSort={onSort}
              label={t('console:column.raised')}
            />
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} {...props} />
        ))}
      </tbody>
    </table>
  );
}

interface SortedByProps {
  readonly sort: InboxSort;
  readonly now: InboxSort;
  readonly label: string;
  readonly className?: string;
  readonly onSort: (sort: InboxSort) => void;
}

function SortedBy({ sort, now, label, className, onSort }: SortedByProps) {
  const on = sort === now;
  const other = sort === 'due' ? 'newest' : 'due';
  return (
    <th scope="col" className={className} aria-sort={on ? (sort === 'due' ? 'ascending' : 'descending') : 'none'}>
      <button type="button" onClick={() => onSort(on ? other : sort)}>
        {label}
        {on && <Icon name={sort === 'due' ? 'up' : 'down'} />}
      </button>
    </th>
  );
}

function Row({ row, current, chosen, narrow, search, onChoose, onOpen }: CaseTableProps & { row: CaseSummary }) {
  const t = useWords();
  const place = [row.community?.name.replace(/社区$/, ''), row.place].filter(Boolean);
  const open = (event: MouseEvent) => {
    if (!(event.target as HTMLElement).closest('a, input')) onOpen(row.id);
  };
  return (
    // The title is the link keyboards and readers use; a press anywhere else on the row is a shortcut to it.
    <tr data-id={row.id} className={row.id === current ? 'on' : undefined} onClick={open}>
      <td>
        <input
          type="checkbox"
          className="tick"
          checked={chosen.has(row.id)}
          aria-label={t('console:inbox.choose', { title: row.title })}
          onChange={(event) => onChoose([row.id], event.target.checked)}
        />
      </td>
      <td className="t">
        {row.danger && !row.closedAt && (
          <Chip icon="danger" tone="danger">
            {t('console:danger')}
          </Chip>
        )}
        <Link to="/" search={{ ...search, case: row.id }} aria-current={row.id === current || undefined}>
          {row.title}
        </Link>
      </td>
      <td title={place.join(' ')}>
        {place.map((part, index) => (
          <span key={part}>
            {index > 0 && <i className="dot" />}
            {part}
          </span>
        ))}
      </td>
      <td>{t(`console:source.${row.source}`)}</td>
      {!narrow && (
        <td className="only-wide" title={row.handler?.name}>
          {row.handler?.name ?? '—'}
        </td>
      )}
      <td>
        <State one={row} />
      </td>
      <td className="due">
        {row.closedAt ? <span className="plain">{t(`cases:standing.${row.standing}`)}</span> : <Standing one={row} />}
      </td>
      {!narrow && <td className="only-wide">{when(row.raisedAt)}</td>}
    </tr>
  );
}
