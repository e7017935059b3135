import { useState } from 'react';
import { tiers } from '../../../../../contract/areas.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { toast } from '../../../../ui/toasts.tsx';
import { Field } from '../../../app/field.tsx';
import { useMove } from '../mutations.ts';
import type { ActProps } from './act-form.tsx';
import { Finder, type Match } from './finder.tsx';
import { FormFrame } from './form-frame.tsx';
import { TextField } from './text-field.tsx';

/** Hangs the area with all below it under another one. */
export function MoveForm({ area, onDone }: ActProps) {
  const t = useWords();
  const moving = useMove(area);
  const [target, setTarget] = useState<Match>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const fits = ({ id, tier }: Match) => tiers.indexOf(tier) < tiers.indexOf(area.tier) && id !== area.parentId;
  const send = () => {
    setTried(true);
    if (!target) return;
    moving.mutate(
      { parentId: target.id, ...(reason.trim().length > 1 ? { reason: reason.trim() } : {}) },
      {
        onSuccess: ({ cases }) => {
          toast(t('areas:move.done', { to: target.name, count: cases }));
          onDone();
        },
      },
    );
  };
  return (
    <FormFrame send={t('areas:act.move')} busy={moving.isPending} error={moving.error} onSend={send} onCancel={onDone}>
      <Field label={t('areas:move.to')} must wrong={tried && !target ? t('areas:move.missing') : undefined}>
        {({ id }) => (
          <>
            {target && <p>{[...target.ancestors.map(({ name }) => name), target.name].join(' · ')}</p>}
            <Finder id={id} label={t('areas:move.find')} fits={fits} onChoose={setTarget} />
          </>
        )}
      </Field>
      <TextField label={t('areas:reason')} maxLength={200} value={reason} onChange={setReason} />
      <p className="hint">{t('areas:change.hint')}</p>
    </FormFrame>
  );
}
