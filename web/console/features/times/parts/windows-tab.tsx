import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Windows } from '../../../../../contract/deadlines.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { setWindows } from '../../../../client/times.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { may, useMe } from '../../../app/session.ts';
import { useTimesChange } from '../mutations.ts';
import { windowsQuery } from '../queries.ts';
import { NumberField, wholeIn } from './number-field.tsx';
import { Refusal, told } from './refusal.tsx';

/** In the order in which they come after a case was reported done. */
const waits = [
  { name: 'confirmDays', unit: 'day', bounds: { min: 1, max: 60 } },
  { name: 'reopenHours', unit: 'hour', bounds: { min: 1, max: 720 } },
  { name: 'archiveDays', unit: 'day', bounds: { min: 1, max: 3650 } },
] as const satisfies { name: keyof Windows; unit: 'day' | 'hour'; bounds: { min: number; max: number } }[];

/** How long the street waits at the end of a case. */
export function WindowsTab() {
  const t = useWords();
  const edits = may(useMe(), 'deadline.write');
  const { data, error, refetch } = useQuery(windowsQuery);
  const [editing, setEditing] = useState(false);
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting rows={3} />;
  if (editing) return <WindowsForm windows={data} onDone={() => setEditing(false)} />;
  return (
    <section className="box stack narrow" aria-label={t('times:tab.windows')}>
      <h2>{t('times:windows')}</h2>
      <dl className="waits">
        {waits.map(({ name, unit }) => (
          <div key={name}>
            <dt>{t(`times:windows.${name}`)}</dt>
            <dd>
              <b>{t(`deadlines:allowed.${unit}`, { count: data[name] })}</b>
            </dd>
            <dd className="hint">{t(`times:windows.${name}.hint`)}</dd>
          </div>
        ))}
      </dl>
      {edits && (
        <div className="row">
          <Button onClick={() => setEditing(true)}>{t('times:windows.edit')}</Button>
        </div>
      )}
    </section>
  );
}

function WindowsForm({ windows, onDone }: { windows: Windows; onDone: () => void }) {
  const t = useWords();
  const setting = useTimesChange(setWindows);
  const [typed, setTyped] = useState<Readonly<Record<keyof Windows, string>>>({
    reopenHours: String(windows.reopenHours),
    confirmDays: String(windows.confirmDays),
    archiveDays: String(windows.archiveDays),
  });
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    const whole = waits.map(({ name, bounds }) => [name, wholeIn(typed[name], bounds)] as const);
    if (whole.some(([, value]) => value === undefined)) return;
    setting.mutate(Object.fromEntries(whole) as Windows, {
      onSuccess: () => {
        toast(t('times:windows.saved'));
        onDone();
      },
    });
  };
  return (
    <form
      className="box stack narrow"
      aria-label={t('times:windows')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{t('times:windows')}</h2>
      {waits.map(({ name, unit, bounds }) => (
        <NumberField
          key={name}
          label={t(`times:windows.${name}`)}
          unit={t(`times:unit.${unit}`)}
          hint={t(`times:windows.${name}.hint`)}
          bounds={bounds}
          tried={tried}
          told={told(setting.error, name)}
          value={typed[name]}
          onChange={(value) => setTyped({ ...typed, [name]: value })}
        />
      ))}
      <Refusal error={setting.error} fields={waits.map(({ name }) => name)} />
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
