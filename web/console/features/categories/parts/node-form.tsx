import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { CategoryNode, EditCategory } from '../../../../../contract/categories.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Field } from '../../../app/field.tsx';
import { classesQuery } from '../queries.ts';
import { Refusal } from './refusal.tsx';

interface NodeFormProps {
  /** What stands in the fields first; of a new one, what it takes over from the one above. */
  readonly node?: CategoryNode | undefined;
  readonly fresh?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (body: EditCategory) => void;
  readonly onCancel?: () => void;
}

/** Names, deadline, danger and number to call of a category. What is typed stays whatever comes back. */
export function NodeForm({ node, fresh = false, busy, error, onSend, onCancel }: NodeFormProps) {
  const t = useWords();
  const hint = useId();
  const { data } = useQuery(classesQuery);
  const classes = data?.classes ?? [];
  const [name, setName] = useState(fresh ? '' : (node?.names['zh-Hans'] ?? ''));
  const [en, setEn] = useState(fresh ? '' : (node?.names.en ?? ''));
  const [chosen, setClass] = useState(node?.deadlineClass.id);
  const [danger, setDanger] = useState(!fresh && (node?.danger ?? false));
  const [number, setNumber] = useState(fresh ? '' : (node?.callFirst ?? ''));
  const [shared, setShared] = useState(node?.shared ?? false);
  const [tried, setTried] = useState(false);
  const deadlineClassId = chosen ?? classes.find(({ usual }) => usual)?.id;
  const wrongNumber = danger && number.trim() !== '' && !/^\d{3,12}$/.test(number.trim());
  const send = () => {
    setTried(true);
    if (!name.trim() || wrongNumber || !deadlineClassId) return;
    const names = { 'zh-Hans': name.trim(), en: en.trim() || null };
    onSend({ names, danger, callFirst: (danger && number.trim()) || null, shared, deadlineClassId });
  };
  return (
    <form
      className="stack"
      noValidate
      aria-label={fresh ? t('categories:add') : t('categories:edit')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="pair-fields">
        <Field
          label={t('categories:name')}
          must
          {...(tried && !name.trim() ? { wrong: t('categories:name.missing') } : {})}
        >
          {(parts) => (
            <input
              className="input"
              autoComplete="off"
              maxLength={40}
              {...parts}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('categories:name.en')} hint={t('categories:name.en.hint')}>
          {(parts) => (
            <input
              className="input"
              lang="en"
              autoComplete="off"
              maxLength={60}
              {...parts}
              value={en}
              onChange={(event) => setEn(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Field label={t('categories:deadline')} must>
        {(parts) => (
          <select
            className="input"
            {...parts}
            value={deadlineClassId ?? ''}
            onChange={(event) => setClass(event.target.value)}
          >
            {classes.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label className="check">
        <input type="checkbox" checked={danger} onChange={(event) => setDanger(event.target.checked)} />
        {t('categories:danger')}
      </label>
      {danger && (
        <Field
          label={t('categories:callFirst')}
          hint={t('categories:callFirst.hint')}
          {...(tried && wrongNumber ? { wrong: t('categories:callFirst.wrong') } : {})}
        >
          {(parts) => (
            <input
              className="input short"
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              {...parts}
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
      )}
      <label className="check">
        <input
          type="checkbox"
          aria-describedby={hint}
          checked={shared}
          onChange={(event) => setShared(event.target.checked)}
        />
        {t('categories:shared')}
      </label>
      <p className="hint" id={hint}>
        {t('categories:shared.hint')}
      </p>
      <Refusal error={error} />
      <div className="row">
        <Button type="submit" look="primary" busy={busy}>
          {t('common:action.save')}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('common:action.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
