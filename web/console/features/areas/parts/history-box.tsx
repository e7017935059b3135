import { useQuery } from '@tanstack/react-query';
import type { AreaHistory } from '../../../../../contract/areas.ts';
import { clockTime, monthDay } from '../../../../client/dates.ts';
import { type Say, useWords } from '../../../../client/i18n/use-words.ts';
import { may, useMe } from '../../../app/session.ts';
import { historyQuery } from '../queries.ts';

type Entry = AreaHistory['entries'][number];

const known = [
  'add',
  'rename',
  'edit',
  'label',
  'draw',
  'move',
  'close',
  'split',
  'split_off',
  'merge',
  'merged_from',
  'import',
];

function sentence(t: Say, { verb, details }: Entry): string {
  const words = {
    before: '',
    after: '',
    from: '',
    to: '',
    into: '',
    name: '',
    code: '',
    phone: '',
    points: '',
    ...details,
  };
  return t(known.includes(verb) ? `areas:event.${verb}` : 'areas:event.other', words);
}

/** What was done to the area, the newest first. */
export function HistoryBox({ id }: { id: string }) {
  const t = useWords();
  const allowed = may(useMe(), 'area.history');
  const { data } = useQuery({ ...historyQuery(id), enabled: allowed });
  if (!allowed) return null;
  return (
    <section className="box">
      <h2>{t('areas:history')}</h2>
      {data?.entries.length === 0 && <p className="hint">{t('areas:history.none')}</p>}
      <ol className="lines">
        {data?.entries.map((entry) => (
          <li key={entry.id}>
            <span>
              {sentence(t, entry)}
              {entry.details.reason && (
                <small className="hint">{t('areas:event.reason', { reason: entry.details.reason })}</small>
              )}
            </span>
            <small className="hint">
              {entry.actor} {monthDay(entry.at)} {clockTime(entry.at)}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
