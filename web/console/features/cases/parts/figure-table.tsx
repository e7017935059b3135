import { Link } from '@tanstack/react-router';
import type { CaseSummary } from '../../../../../contract/cases.ts';
import type { FigureRecords } from '../../../../../contract/figures.ts';
import { monthDay, spanBetween, spanWords } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { State } from './standing.tsx';

function CaseCells({ one, amount }: { one: CaseSummary; amount: number }) {
  return (
    <>
      <td>{one.number}</td>
      <td className="t">
        <Link to="/cases/$id" params={{ id: one.id }}>
          {one.title}
        </Link>
        {amount !== 1 && <b className="tag">{amount}</b>}
      </td>
      <td>{[one.community?.name, one.place].filter(Boolean).join(' · ')}</td>
      <td>{one.category?.name ?? '—'}</td>
      <td>
        <State one={one} />
      </td>
    </>
  );
}

/** One line per record of a figure: the day it was counted, and the case. */
export function FigureTable({ records }: { records: FigureRecords['items'] }) {
  const t = useWords();
  const timed = records.some(({ minutes }) => minutes !== null);
  return (
    <div className="box records">
      <table className="cases">
        <colgroup>
          <col className="w-state" />
          <col className="w-due" />
          <col />
          <col className="w-place" />
          <col className="w-handler" />
          <col className="w-raised" />
          {timed && <col className="w-raised" />}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('console:figure.day')}</th>
            <th scope="col">{t('console:column.number')}</th>
            <th scope="col">{t('console:column.title')}</th>
            <th scope="col">{t('console:column.place')}</th>
            <th scope="col">{t('console:column.category')}</th>
            <th scope="col">{t('console:column.state')}</th>
            {timed && <th scope="col">{t('figures:took')}</th>}
          </tr>
        </thead>
        <tbody>
          {records.map(({ id, day, amount, minutes, case: one }) => (
            <tr key={id}>
              <td>{monthDay(`${day}T12:00:00+08:00`)}</td>
              {one ? <CaseCells one={one} amount={amount} /> : <td colSpan={5}>{t('console:figure.moved')}</td>}
              {timed && (
                <td>{minutes === null ? '—' : spanWords(spanBetween(new Date(0), new Date(minutes * 60_000)))}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
