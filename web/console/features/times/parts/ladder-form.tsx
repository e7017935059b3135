import { useState } from 'react';
import type { Rung } from '../../../../../contract/escalation.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { setLadder } from '../../../../client/times.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { choicesFor, hours, linesOf, nameOf, type RungLine, repeatedIn } from '../ladder.ts';
import { useTimesChange } from '../mutations.ts';
import { wholeIn } from './number-field.tsx';
import { Refusal } from './refusal.tsx';
import { useHearer } from './use-hearer.ts';

const most = 8;

/** The whole ladder while it is being written; it is kept in the order of the hours. */
export function LadderForm({ rungs, onDone }: { rungs: readonly Rung[]; onDone: () => void }) {
  const t = useWords();
  const hearer = useHearer();
  const setting = useTimesChange(setLadder);
  const [lines, setLines] = useState<readonly RungLine[]>(() => linesOf(rungs));
  const [tried, setTried] = useState(false);
  const choices = choicesFor(rungs);
  const repeated = repeatedIn(lines);
  const put = (key: number, part: Partial<RungLine>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const add = () => {
    const key = Math.max(-1, ...lines.map((line) => line.key)) + 1;
    const last = Math.max(0, ...lines.map(({ afterHours }) => wholeIn(afterHours, hours) ?? 0));
    const hearer = nameOf({ roleSet: 'street_officer', level: 'street' });
    setLines([...lines, { key, afterHours: String(Math.min(last + 24, hours.max)), hearer }]);
  };
  const wrongOf = ({ key, afterHours }: RungLine) => {
    if (!tried) return undefined;
    if (wholeIn(afterHours, hours) === undefined) return t('times:number.wrong', { ...hours });
    return repeated.has(key) ? t('times:ladder.repeated') : undefined;
  };
  const send = () => {
    setTried(true);
    const ladder = lines.flatMap((line): Rung[] => {
      const afterHours = wholeIn(line.afterHours, hours);
      const who = choices.find((one) => nameOf(one) === line.hearer);
      return who && afterHours !== undefined ? [{ afterHours, roleSet: who.roleSet, level: who.level }] : [];
    });
    if (ladder.length < lines.length || repeated.size > 0) return;
    const onSuccess = () => {
      toast(t('times:ladder.saved'));
      onDone();
    };
    setting.mutate({ rungs: ladder.toSorted((a, b) => a.afterHours - b.afterHours) }, { onSuccess });
  };
  return (
    <form
      className="box stack narrow"
      aria-label={t('times:ladder')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{t('times:ladder')}</h2>
      <p className="hint">{t('times:ladder.order')}</p>
      <ol className="stack">
        {lines.map((line, index) => {
          const wrong = wrongOf(line);
          const note = `rung-${line.key}`;
          return (
            <li key={line.key} className="rung-line">
              <span className="number">
                {t('times:ladder.lateBy')}
                <input
                  className="input"
                  inputMode="numeric"
                  maxLength={4}
                  aria-label={t('times:ladder.hoursOf', { index: index + 1 })}
                  aria-invalid={Boolean(wrong)}
                  aria-describedby={wrong ? note : undefined}
                  value={line.afterHours}
                  onChange={(event) => put(line.key, { afterHours: event.target.value })}
                />
                {t('times:unit.hour')}
              </span>
              <select
                className="input"
                aria-label={t('times:ladder.whoOf', { index: index + 1 })}
                value={line.hearer}
                onChange={(event) => put(line.key, { hearer: event.target.value })}
              >
                {choices.map((one) => (
                  <option key={nameOf(one)} value={nameOf(one)}>
                    {hearer(one)}
                  </option>
                ))}
              </select>
              <button
                type="button"
                className="icon-btn"
                aria-label={t('times:ladder.remove', { index: index + 1 })}
                onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
              >
                <Icon name="close" />
              </button>
              {wrong && (
                <p className="problem" id={note} role="alert">
                  <Icon name="danger" />
                  {wrong}
                </p>
              )}
            </li>
          );
        })}
      </ol>
      {lines.length === 0 && <p className="hint">{t('times:ladder.none')}</p>}
      {lines.length < most && (
        <div className="row">
          <Button icon="add" onClick={add}>
            {t('times:ladder.add')}
          </Button>
        </div>
      )}
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
