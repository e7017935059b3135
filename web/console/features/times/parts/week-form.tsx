import { useState } from 'react';
import type { WorkingWeek } from '../../../../../contract/calendar.ts';
import { weekday } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { setWorkingWeek } from '../../../../client/times.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useTimesChange } from '../mutations.ts';
import { Refusal } from './refusal.tsx';

const allDays = [1, 2, 3, 4, 5, 6, 7];
const most = 4;
/** 2024 began on a Monday. */
export const nameOfWeekday = (day: number) => weekday(`2024-01-0${day}T12:00:00+08:00`, 'short');

type Span = WorkingWeek['hours'][number] & { readonly key: number };

/** Whether a span ends after it begins and begins after the one before. */
const fits = (spans: readonly Span[], index: number) => {
  const { from = '', to = '' } = spans[index] ?? {};
  return from !== '' && from < to && (index === 0 || (spans[index - 1]?.to ?? '') <= from);
};

/** Which days are worked, and from when to when. */
export function WeekForm({ week, onDone }: { week: WorkingWeek; onDone: () => void }) {
  const t = useWords();
  const setting = useTimesChange(setWorkingWeek);
  const [weekdays, setWeekdays] = useState<readonly number[]>(week.weekdays);
  const [spans, setSpans] = useState<readonly Span[]>(() => week.hours.map((span, key) => ({ ...span, key })));
  const [tried, setTried] = useState(false);
  const right = weekdays.length > 0 && spans.every((_, index) => fits(spans, index));
  const put = (key: number, part: Partial<Span>) =>
    setSpans(spans.map((span) => (span.key === key ? { ...span, ...part } : span)));
  return (
    <form
      className="box stack"
      aria-label={t('times:week')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!right) return;
        const written = { weekdays: allDays.filter((day) => weekdays.includes(day)) };
        setting.mutate(
          { ...written, hours: spans.map(({ from, to }) => ({ from, to })) },
          {
            onSuccess: () => {
              toast(t('times:week.saved'));
              onDone();
            },
          },
        );
      }}
    >
      <h2>{t('times:week')}</h2>
      <fieldset className="weekdays">
        <legend>{t('times:week.days')}</legend>
        {allDays.map((day) => (
          <label key={day} className="check">
            <input
              type="checkbox"
              checked={weekdays.includes(day)}
              onChange={(event) =>
                setWeekdays(event.target.checked ? [...weekdays, day] : weekdays.filter((one) => one !== day))
              }
            />
            {nameOfWeekday(day)}
          </label>
        ))}
      </fieldset>
      {tried && weekdays.length === 0 && <Wrong words={t('times:week.days.missing')} />}
      <fieldset className="stack spans">
        <legend>{t('times:week.hours')}</legend>
        {spans.map(({ key, from, to }, index) => (
          <div key={key}>
            <div className="row">
              <TimeInput
                label={t('times:week.from', { index: index + 1 })}
                value={from}
                onChange={(at) => put(key, { from: at })}
              />
              –
              <TimeInput
                label={t('times:week.to', { index: index + 1 })}
                value={to}
                onChange={(at) => put(key, { to: at })}
              />
              {spans.length > 1 && (
                <button
                  type="button"
                  className="icon-btn"
                  aria-label={t('times:week.remove', { index: index + 1 })}
                  onClick={() => setSpans(spans.filter((span) => span.key !== key))}
                >
                  <Icon name="close" />
                </button>
              )}
            </div>
            {tried && !fits(spans, index) && <Wrong words={t('times:week.hours.wrong')} />}
          </div>
        ))}
        {spans.length < most && (
          <Button
            look="quiet"
            icon="add"
            onClick={() =>
              setSpans([...spans, { from: '', to: '', key: Math.max(...spans.map(({ key }) => key)) + 1 }])
            }
          >
            {t('times:week.add')}
          </Button>
        )}
      </fieldset>
      <p className="hint">{t('times:week.hint')}</p>
      <Refusal error={setting.error} />
      <div className="row">
        <Button type="submit" look="primary" busy={setting.isPending}>
          {t('common:action.save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  );
}

function TimeInput({ label, value, onChange }: { label: string; value: string; onChange: (at: string) => void }) {
  return (
    <input
      className="input"
      type="time"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function Wrong({ words }: { words: string }) {
  return (
    <p className="problem" role="alert">
      <Icon name="danger" />
      {words}
    </p>
  );
}
