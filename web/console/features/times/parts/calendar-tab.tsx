import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { WorkingWeek } from '../../../../../contract/calendar.ts';
import { dayOf } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { currentLanguage } from '../../../../client/language.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { may, useMe } from '../../../app/session.ts';
import { shiftMonth } from '../months.ts';
import { calendarQuery } from '../queries.ts';
import { DayForm } from './day-form.tsx';
import { DayMark, MonthGrid } from './month-grid.tsx';
import { nameOfWeekday, WeekForm } from './week-form.tsx';

const titleOf = (month: string) =>
  new Intl.DateTimeFormat(currentLanguage(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** A month of the street's working calendar; one day or the week stands open beside it. */
export function CalendarTab({ month = dayOf(new Date()).slice(0, 7) }: { month?: string | undefined }) {
  const t = useWords();
  const navigate = useNavigate();
  const edits = may(useMe(), 'calendar.write');
  const { data, error, refetch, isPlaceholderData } = useQuery(calendarQuery(month));
  const [open, setOpen] = useState<string>();
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting />;
  const go = (by: number) => {
    setOpen(undefined);
    void navigate({ to: '/times', search: { tab: 'calendar', month: shiftMonth(month, by) } });
  };
  const day = data.days.find((one) => one.day === open);
  const close = () => setOpen(undefined);
  return (
    <div className="times-columns" aria-busy={isPlaceholderData}>
      <section className="box" aria-label={t('times:tab.calendar')}>
        <header className="month-head">
          <button type="button" className="icon-btn" aria-label={t('times:month.before')} onClick={() => go(-1)}>
            <Icon name="back" />
          </button>
          <h2 aria-live="polite">{titleOf(data.month)}</h2>
          <button type="button" className="icon-btn" aria-label={t('times:month.after')} onClick={() => go(1)}>
            <Icon name="forward" />
          </button>
          <p className="legend">
            {(['off', 'swapped'] as const).map((mark) => (
              <span key={mark}>
                <DayMark mark={mark} />
                {t(`times:mark.${mark}`)}
              </span>
            ))}
            <span>
              <Icon name="sign" />
              {t('times:mark.byStreet')}
            </span>
          </p>
        </header>
        {!data.published && (
          <p className="unpublished" role="status">
            <Icon name="calendar" />
            {t('times:unpublished', { year: data.month.slice(0, 4) })}
          </p>
        )}
        <MonthGrid
          label={titleOf(data.month)}
          days={data.days}
          chosen={day?.day}
          onChoose={edits ? setOpen : undefined}
        />
        {edits && !day && <p className="hint">{t('times:month.hint')}</p>}
      </section>
      {day && <DayForm key={day.day + String(day.id)} one={day} onDone={close} />}
      {open === 'week' && <WeekForm week={data.week} onDone={close} />}
      {!day && open !== 'week' && <Week week={data.week} onEdit={edits ? () => setOpen('week') : undefined} />}
    </div>
  );
}

function Week({ week, onEdit }: { week: WorkingWeek; onEdit: (() => void) | undefined }) {
  const t = useWords();
  return (
    <section className="box stack" aria-label={t('times:week')}>
      <h2>{t('times:week')}</h2>
      <dl className="facts">
        <dt>{t('times:week.days')}</dt>
        <dd>{week.weekdays.map(nameOfWeekday).join(t('common:list.separator'))}</dd>
        <dt>{t('times:week.hours')}</dt>
        {week.hours.map(({ from, to }) => (
          <dd key={from}>{`${from}–${to}`}</dd>
        ))}
      </dl>
      {onEdit && (
        <div className="row">
          <Button onClick={onEdit}>{t('times:week.edit')}</Button>
        </div>
      )}
    </section>
  );
}
