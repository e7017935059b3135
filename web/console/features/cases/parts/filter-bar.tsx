import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Category } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { everyCategoryQuery } from '../../../../client/queries/cases.ts';
import { useAreaOptions } from '../../../app/areas.ts';
import { kinds, sources, states } from '../case-lists.ts';
import { type InboxFilter, isEmpty, listed } from '../filter.ts';
import { FilterChip, type Option } from './filter-chip.tsx';
import { FilterDates } from './filter-dates.tsx';

const anyOpen = 'open';
const deadlines = ['overdue', 'near', 'today'] as const;

interface FilterBarProps {
  readonly filter: InboxFilter;
  /** Room for every part; otherwise the seldom ones stand only while they are set. */
  readonly wide: boolean;
  readonly onChange: (filter: InboxFilter) => void;
}

/** What the list is narrowed by; every part stands in the address. */
export function FilterBar({ filter, wide, onChange }: FilterBarProps) {
  const t = useWords();
  // The choices weigh more than the list; on a slow line the list comes first.
  const [wanted, setWanted] = useState(Boolean(filter.area || filter.category));
  const areas = useAreaOptions(wanted);
  const { data } = useQuery({ ...everyCategoryQuery, enabled: wanted });
  const want = () => setWanted(true);
  const put = (change: Partial<InboxFilter>) => {
    const next = { ...filter, ...change };
    onChange(isEmpty(next) ? { view: 'all' } : next);
  };
  const words = (values: readonly string[], area: string): Option[] =>
    values.map((value) => ({ value, label: t(`${area}.${value}`) }));
  return (
    <search className="bar" aria-label={t('console:filter')} onPointerEnter={want} onFocus={want}>
      {filter.q && (
        <FilterChip
          label={t('console:filter.q')}
          options={[{ value: filter.q, label: t('console:filter.said', { words: filter.q }) }]}
          value={[filter.q]}
          onChange={([q]) => put({ q })}
        />
      )}
      {filter.import && (
        <FilterChip
          label={t('console:filter.import')}
          options={[{ value: filter.import, label: t('console:filter.import.one') }]}
          value={[filter.import]}
          onChange={() => put({ import: undefined })}
        />
      )}
      {(filter.view === 'handling' || filter.view === 'mine') && (
        <FilterChip
          label={t('console:filter.view')}
          options={words(['handling', 'mine'], 'console:filter')}
          value={listed(filter.view)}
          onChange={([view]) => put({ view })}
        />
      )}
      <FilterChip
        several
        label={t('console:column.state')}
        options={[{ value: anyOpen, label: t('console:filter.open') }, ...words(states, 'cases:state')]}
        value={filter.open ? [anyOpen] : listed(filter.state)}
        onChange={(value) => put(stateChange(value, Boolean(filter.open)))}
      />
      <FilterChip
        label={t('console:filter.area')}
        options={areas}
        value={listed(filter.area)}
        onChange={([area]) => put({ area })}
      />
      <FilterChip
        label={t('console:column.category')}
        options={categoryOptions(data?.categories ?? [], (name) => t('console:filter.ended', { name }))}
        value={listed(filter.category)}
        onChange={([category]) => put({ category })}
      />
      <FilterChip
        several
        label={t('console:column.source')}
        options={words(sources, 'console:source')}
        value={listed(filter.source)}
        onChange={(value) => put({ source: value.join(',') })}
      />
      <FilterChip
        label={t('console:column.due')}
        options={words(deadlines, 'console:deadline')}
        value={listed(filter.deadline)}
        onChange={([deadline]) => put({ deadline })}
      />
      <FilterChip
        label={t('deadlines:supervised')}
        options={words(['true', 'false'], 'deadlines:supervised')}
        value={listed(filter.supervised)}
        onChange={([supervised]) => put({ supervised })}
      />
      <FilterDates from={filter.raisedFrom} to={filter.raisedTo} onChange={put} />
      {(wide || filter.kind) && (
        <FilterChip
          several
          label={t('console:column.kind')}
          options={words(kinds, 'cases:kind')}
          value={listed(filter.kind)}
          onChange={(value) => put({ kind: value.join(',') })}
        />
      )}
      {!isEmpty({ ...filter, view: undefined }) && (
        <button type="button" className="link link-quiet" onClick={() => onChange({ view: 'all' })}>
          {t('common:action.clear')}
        </button>
      )}
    </search>
  );
}

/** Any open state and single states exclude one another; the one chosen last counts. */
export function stateChange(value: string[], wasOpen: boolean): Pick<InboxFilter, 'state' | 'open'> {
  const open = value.includes(anyOpen) && !wasOpen;
  const state = value.filter((one) => one !== anyOpen);
  return open ? { open: 'true', state: undefined } : { open: undefined, state: state.join(',') || undefined };
}

type Listed = Pick<Category, 'id' | 'parentId' | 'name' | 'ended'>;

/** Categories with what stands below them, however deep; those that are no longer offered say so. */
export function categoryOptions(
  all: readonly Listed[],
  gone: (name: string) => string,
  parentId: string | null = null,
  depth = 0,
): Option[] {
  return all
    .filter((one) => one.parentId === parentId)
    .flatMap(({ id, name, ended }) => [
      { value: id, label: ended ? gone(name) : name, depth },
      ...categoryOptions(all, gone, id, depth + 1),
    ]);
}
