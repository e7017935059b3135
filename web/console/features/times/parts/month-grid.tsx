import type { CalendarDay } from '../../../../../contract/calendar.ts';
import { dayOf, longDay, weekday } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { type Mark, markOf } from '../marks.ts';
import { weeksOf } from '../months.ts';

/** 2024 began on a Monday. */
const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => `2024-01-0${day}T12:00:00+08:00`);

interface MonthGridProps {
  readonly label: string;
  readonly days: readonly CalendarDay[];
  /** The day that stands open beside. */
  readonly chosen: string | undefined;
  /** Left out for who may not change a day. */
  readonly onChoose: ((day: string) => void) | undefined;
}

/** A month in weeks; what is not an ordinary working day says so in a word with a shape of its own. */
export function MonthGrid({ label, days, chosen, onChoose }: MonthGridProps) {
  const today = dayOf(new Date());
  return (
    <table className="month">
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          {weekdays.map((at) => (
            <th key={at} scope="col">
              {weekday(at, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, row) => (
          <tr key={week.find(Boolean)?.day ?? row}>
            {week.map((one, column) =>
              one ? (
                <td key={one.day} className={one.working ? '' : 'off'}>
                  <Day one={one} today={one.day === today} chosen={one.day === chosen} onChoose={onChoose} />
                </td>
              ) : (
                <td key={weekdays[column]} className="gap" />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly one: CalendarDay;
  readonly today: boolean;
  readonly chosen: boolean;
  readonly onChoose: ((day: string) => void) | undefined;
}

function Day({ one, today, chosen, onChoose }: DayProps) {
  const t = useWords();
  const mark = markOf(one);
  const inside = (
    <>
      <span className="visually-hidden">
        {[longDay(`${one.day}T12:00:00+08:00`), t(`times:mark.${mark ?? 'working'}`), one.name]
          .filter(Boolean)
          .join(t('common:list.separator'))}
      </span>
      <span className="date" aria-hidden="true">
        {today ? <b>{Number(one.day.slice(8))}</b> : Number(one.day.slice(8))}
        {today && <small>{t('times:today')}</small>}
      </span>
      <span aria-hidden="true">{mark && <DayMark mark={mark} />}</span>
      <span className="name" aria-hidden="true">
        {one.source === 'street' && <Icon name="sign" />}
        {one.name}
      </span>
    </>
  );
  if (!onChoose) return <div className="day">{inside}</div>;
  return (
    <button type="button" className="day" aria-pressed={chosen} onClick={() => onChoose(one.day)}>
      {inside}
    </button>
  );
}

export function DayMark({ mark }: { mark: Exclude<Mark, undefined> }) {
  const t = useWords();
  return <span className={`mark ${mark}`}>{t(`times:mark.${mark}.short`)}</span>;
}
