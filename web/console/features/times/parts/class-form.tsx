import { useState } from 'react';
import type { DeadlineClass } from '../../../../../contract/deadlines.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { isProblem } from '../../../../client/problem.ts';
import { addDeadlineClass, editDeadlineClass } from '../../../../client/times.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { Field } from '../../../app/field.tsx';
import { useTimesChange } from '../mutations.ts';
import { NumberField, wholeIn } from './number-field.tsx';
import { Refusal, told } from './refusal.tsx';

const units = ['hour', 'day', 'working_hour', 'working_day'] as const satisfies DeadlineClass['unit'][];
const amounts = { min: 1, max: 365 };
const answers = { min: 1, max: 720 };
const fields = ['name', 'amount', 'unit', 'answerHours', 'basis'];

interface ClassFormProps {
  /** The class to change, as it stands now; a new one when left out. */
  readonly one?: DeadlineClass | undefined;
  readonly onDone: () => void;
}

type Written = Pick<DeadlineClass, 'name' | 'amount' | 'unit' | 'answerHours' | 'basis'>;

/** Name, time allowed, time to the first answer and basis of a class. */
export function ClassForm({ one, onDone }: ClassFormProps) {
  const t = useWords();
  // What was read when the form opened: a newer one that comes in behind must not be overwritten without a word.
  const [seen, setSeen] = useState(one?.version);
  const saving = useTimesChange(({ name, ...rest }: Written, key) => {
    if (!one) return addDeadlineClass({ name, ...rest }, key);
    // A name that stays is not sent: it would become the name in the other languages' place.
    return editDeadlineClass(one.id, seen ?? one.version, { ...rest, ...(name === one.name ? {} : { name }) });
  });
  const [name, setName] = useState(one?.name ?? '');
  const [amount, setAmount] = useState(one ? String(one.amount) : '');
  const [unit, setUnit] = useState<DeadlineClass['unit']>(one?.unit ?? 'working_day');
  const [answerHours, setAnswerHours] = useState(String(one?.answerHours ?? 24));
  const [basis, setBasis] = useState(one?.basis ?? '');
  const [tried, setTried] = useState(false);
  const title = one ? t('times:class.edit', { name: one.name }) : t('times:class.add');
  const wrongName = tried && !name.trim() ? t('times:class.name.missing') : told(saving.error, 'name');
  const send = () => {
    const [wholeAmount, wholeAnswer] = [wholeIn(amount, amounts), wholeIn(answerHours, answers)];
    if (!name.trim() || wholeAmount === undefined || wholeAnswer === undefined) return;
    const written = { name: name.trim(), amount: wholeAmount, unit, answerHours: wholeAnswer, basis: basis.trim() };
    saving.mutate(written, {
      onSuccess: () => {
        toast(t('times:class.saved', { name: written.name }));
        onDone();
      },
      // It was said and the new one stands in the table: saving once more is meant.
      onError: (error) => isProblem(error, 'request.precondition_failed') && setSeen(undefined),
    });
  };
  return (
    <form
      className="box stack"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        send();
      }}
    >
      <h2>{title}</h2>
      <Field label={t('times:class.name')} must {...(wrongName ? { wrong: wrongName } : {})}>
        {(parts) => (
          <input
            className="input"
            maxLength={20}
            {...parts}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div className="pair-fields">
        <NumberField
          label={t('times:class.amount')}
          unit=""
          bounds={amounts}
          tried={tried}
          told={told(saving.error, 'amount')}
          value={amount}
          onChange={setAmount}
        />
        <Field label={t('times:class.unit')} must>
          {(parts) => (
            <select
              className="input"
              {...parts}
              value={unit}
              onChange={(event) => setUnit(event.target.value as DeadlineClass['unit'])}
            >
              {units.map((value) => (
                <option key={value} value={value}>
                  {t(`times:unit.${value}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <NumberField
        label={t('times:class.answer')}
        unit={t('times:unit.hour')}
        hint={t('times:class.answer.hint')}
        bounds={answers}
        tried={tried}
        told={told(saving.error, 'answerHours')}
        value={answerHours}
        onChange={setAnswerHours}
      />
      <Field label={t('times:class.basis')} hint={t('times:class.basis.hint')}>
        {(parts) => (
          <textarea
            className="input"
            rows={3}
            maxLength={200}
            {...parts}
            value={basis}
            onChange={(event) => setBasis(event.target.value)}
          />
        )}
      </Field>
      <p className="hint">{t('times:class.fromNow')}</p>
      <Refusal error={saving.error} fields={fields} />
      <div className="row">
        <Button type="submit" look="primary" busy={saving.isPending}>
          {t('common:action.save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  );
}
