import { useState } from 'react';
import type { CalendarDay } from '../../../../../contract/calendar.ts';
import { longDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { clearCalendarDay, setCalendarDay } from '../../../../client/times.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { Field } from '../../../app/field.tsx';
import { markOf } from '../marks.ts';
import { useTimesChange } from '../mutations.ts';
import { Refusal, told } from './refusal.tsx';

/** One day: what it is and why, and the street's own word about it. */
export function DayForm({ one, onDone }: { one: CalendarDay; onDone: () => void }) {
  const t = useWords();
  const setting = useTimesChange(setCalendarDay);
  const clearing = useTimesChange(clearCalendarDay);
  const own = one.source === 'street';
  const [working, setWorking] = useState(own ? one.working : !one.working);
  const [name, setName] = useState(own ? one.name : '');
  const [tried, setTried] = useState(false);
  const title = longDay(`${one.day}T12:00:00+08:00`);
  const wrong = tried && !name.trim() ? t('times:day.name.missing') : told(setting.error, 'name');
  return (
    <form
      className="box stack"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!name.trim()) return;
        setting.mutate(
          { day: one.day, working, name: name.trim() },
          {
            onSuccess: () => {
              toast(t('times:day.saved', { day: title }));
              onDone();
            },
          },
        );
      }}
    >
      <h2>{title}</h2>
      <p className="hint">
        {t('times:day.now', { what: t(`times:mark.${markOf(one) ?? 'working'}`) })}
        <i className="dot" />
        {one.source === 'week' ? t('times:source.week') : t(`times:source.${one.source}`, { name: one.name })}
      </p>
      <fieldset className="choice" aria-label={t('times:day.becomes')}>
        {[false, true].map((value) => (
          <label key={String(value)}>
            <input type="radio" name="working" checked={working === value} onChange={() => setWorking(value)} />
            {t(value ? 'times:day.working' : 'times:day.off')}
          </label>
        ))}
      </fieldset>
      <Field label={t('times:day.name')} must hint={t('times:day.name.hint')} {...(wrong ? { wrong } : {})}>
        {(parts) => (
          <input
            className="input"
            maxLength={40}
            {...parts}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Refusal error={setting.error ?? clearing.error} fields={['name']} />
      <div className="row">
        <Button type="submit" look="primary" busy={setting.isPending}>
          {t('common:action.save')}
        </Button>
        {one.id && (
          <Button
            look="danger"
            busy={clearing.isPending}
            onClick={() =>
              clearing.mutate(one.id ?? '', {
                onSuccess: () => {
                  toast(t('times:day.cleared', { day: title }));
                  onDone();
                },
              })
            }
          >
            {t('times:day.clear')}
          </Button>
        )}
        <Button look="quiet" onClick={onDone}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  );
}
