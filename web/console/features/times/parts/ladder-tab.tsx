import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Rung } from '../../../../../contract/escalation.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon, type IconName } from '../../../../ui/icon.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { may, useMe } from '../../../app/session.ts';
import { nameOf } from '../ladder.ts';
import { ladderQuery } from '../queries.ts';
import { LadderForm } from './ladder-form.tsx';
import { useHearer } from './use-hearer.ts';

/** What happens to a case that nobody acts on, step by step. */
export function LadderTab() {
  const t = useWords();
  const edits = may(useMe(), 'escalation.write');
  const { data, error, refetch } = useQuery(ladderQuery);
  const [editing, setEditing] = useState(false);
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting rows={5} />;
  if (editing) return <LadderForm rungs={data.rungs} onDone={() => setEditing(false)} />;
  return (
    <section className="box stack narrow" aria-label={t('times:tab.ladder')}>
      <h2>{t('times:ladder')}</h2>
      <p className="hint">{t('times:ladder.hint')}</p>
      <ol className="rungs">
        <Step icon="clock" time={t('times:ladder.near')} who={t('times:ladder.near.who')} />
        <Step icon="danger" time={t('times:ladder.overdue')} who={t('times:ladder.overdue.who')} />
        {data.rungs.map((rung) => (
          <RungStep key={`${rung.afterHours} ${nameOf(rung)}`} rung={rung} />
        ))}
      </ol>
      {data.rungs.length === 0 && <p className="hint">{t('times:ladder.none')}</p>}
      {edits && (
        <div className="row">
          <Button onClick={() => setEditing(true)}>{t('times:ladder.edit')}</Button>
        </div>
      )}
    </section>
  );
}

function RungStep({ rung }: { rung: Rung }) {
  const t = useWords();
  const hearer = useHearer();
  const { afterHours } = rung;
  const span =
    afterHours > 0 && afterHours % 24 === 0
      ? t('deadlines:allowed.day', { count: afterHours / 24 })
      : t('deadlines:allowed.hour', { count: afterHours });
  return (
    <Step
      icon="up"
      time={afterHours === 0 ? t('times:ladder.atOnce') : t('times:ladder.after', { span })}
      who={t('times:ladder.tell', { who: hearer(rung) })}
    />
  );
}

function Step({ icon, time, who }: { icon: IconName; time: string; who: string }) {
  return (
    <li>
      <Icon name={icon} />
      <b>{time}</b>
      <span>{who}</span>
    </li>
  );
}
