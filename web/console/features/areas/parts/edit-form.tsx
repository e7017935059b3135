import { useState } from 'react';
import { type EditArea, estateTypes } from '../../../../../contract/areas.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useEditArea } from '../mutations.ts';
import type { ActProps } from './act-form.tsx';
import { FormFrame } from './form-frame.tsx';
import { TextField } from './text-field.tsx';

type Label = NonNullable<EditArea['labels']>[number] & { key: number };

/** Name, phone, and the estate and residents' group an area belongs to. */
export function EditForm({ area, rights, onDone }: ActProps) {
  const t = useWords();
  const editing = useEditArea(area);
  const [name, setName] = useState(area.name);
  const [phone, setPhone] = useState(area.phone);
  const [labels, setLabels] = useState(() => area.labels.map((label, key) => ({ ...label, key }) as Label));
  const [last, setLast] = useState(area.labels.length);
  const change = (at: number, to: Partial<Label>) =>
    setLabels(labels.map((label, index) => (index === at ? { ...label, ...to } : label)));
  const add = (kind: Label['kind']) => {
    setLabels([...labels, { kind, name: '', estateType: null, key: last }]);
    setLast(last + 1);
  };
  const renames = rights.arrange || area.tier !== 'community';
  const send = () => {
    const written = labels
      .filter((label) => label.name.trim() !== '')
      .map(({ kind, name: words, estateType = null }) => ({ kind, name: words.trim(), estateType }));
    const body = {
      ...(name.trim() !== area.name ? { name: name.trim() } : {}),
      ...(phone.trim() !== area.phone ? { phone: phone.trim() } : {}),
      ...(JSON.stringify(written) !== JSON.stringify(area.labels) ? { labels: written } : {}),
    };
    editing.mutate(body, {
      onSuccess: () => {
        toast(t('areas:edit.done'));
        onDone();
      },
    });
  };
  return (
    <FormFrame
      send={t('common:action.save')}
      busy={editing.isPending}
      error={editing.error}
      onSend={send}
      onCancel={onDone}
    >
      {renames && <TextField label={t('areas:name')} must value={name} onChange={setName} />}
      <TextField label={t('areas:phone')} maxLength={20} value={phone} onChange={setPhone} />
      <fieldset className="stack">
        <legend className="label">{t('areas:labels')}</legend>
        {labels.map((label, at) => (
          <div key={label.key} className="row label-row">
            <span>{t(`areas:label.${label.kind}`)}</span>
            <input
              className="input"
              aria-label={t(`areas:label.${label.kind}`)}
              maxLength={40}
              value={label.name}
              onChange={(event) => change(at, { name: event.target.value })}
            />
            {label.kind === 'estate' && (
              <select
                className="input"
                aria-label={t('areas:estateType')}
                value={label.estateType ?? ''}
                onChange={(event) => change(at, { estateType: (event.target.value || null) as Label['estateType'] })}
              >
                <option value="">{t('areas:estate.none')}</option>
                {estateTypes.map((type) => (
                  <option key={type} value={type}>
                    {t(`areas:estate.${type}`)}
                  </option>
                ))}
              </select>
            )}
            <Button look="quiet" onClick={() => setLabels(labels.filter((_, index) => index !== at))}>
              {t('common:action.delete')}
            </Button>
          </div>
        ))}
        <div className="row">
          <Button icon="add" onClick={() => add('estate')}>
            {t('areas:label.estate')}
          </Button>
          <Button icon="add" onClick={() => add('residents_group')}>
            {t('areas:label.residents_group')}
          </Button>
        </div>
      </fieldset>
    </FormFrame>
  );
}
