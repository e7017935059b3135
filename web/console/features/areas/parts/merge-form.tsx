import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { toast } from '../../../../ui/toasts.tsx';
import { useMerge } from '../mutations.ts';
import { childrenQuery } from '../queries.ts';
import type { ActProps } from './act-form.tsx';
import { FormFrame } from './form-frame.tsx';
import { TextField } from './text-field.tsx';

/** This area and some of those beside it become one. */
export function MergeForm({ area, onDone, onOpen }: ActProps) {
  const t = useWords();
  const merging = useMerge();
  const { data = [] } = useQuery(childrenQuery(area.parentId ?? '', false));
  const beside = data.filter(({ id, kind }) => id !== area.id && kind === area.kind);
  const [others, setOthers] = useState<readonly string[]>([]);
  const [name, setName] = useState(area.name);
  const [people, setPeople] = useState(true);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (others.length === 0 || !name.trim() || reason.trim().length < 2) return;
    merging.mutate(
      { areaIds: [area.id, ...others], name: name.trim(), moveGrants: people, reason: reason.trim() },
      {
        onSuccess: ({ areas, cases }) => {
          toast(t('areas:merge.done', { name: name.trim(), count: cases }));
          onDone();
          if (areas[0]) onOpen(areas[0].id);
        },
      },
    );
  };
  return (
    <FormFrame
      send={t('areas:act.merge')}
      busy={merging.isPending}
      error={merging.error}
      onSend={send}
      onCancel={onDone}
    >
      <fieldset className="stack">
        <legend className="label">{t('areas:merge.with', { name: area.name })}</legend>
        {beside.length === 0 && <p className="hint">{t('areas:merge.none')}</p>}
        <div className="row">
          {beside.map((one) => (
            <label key={one.id} className="check">
              <input
                type="checkbox"
                checked={others.includes(one.id)}
                onChange={({ target }) =>
                  setOthers(target.checked ? [...others, one.id] : others.filter((id) => id !== one.id))
                }
              />
              {one.name}
            </label>
          ))}
        </div>
        {tried && others.length === 0 && (
          <p className="problem" role="alert">
            {t('areas:merge.missing')}
          </p>
        )}
      </fieldset>
      <TextField label={t('areas:merge.name')} must value={name} onChange={setName} />
      <label className="check">
        <input type="checkbox" checked={people} onChange={(event) => setPeople(event.target.checked)} />
        {t('areas:merge.people')}
      </label>
      <TextField
        label={t('areas:reason')}
        must
        maxLength={200}
        value={reason}
        wrong={tried && reason.trim().length < 2 ? t('areas:reason.missing') : undefined}
        onChange={setReason}
      />
      <p className="hint">{t('areas:change.hint')}</p>
    </FormFrame>
  );
}
