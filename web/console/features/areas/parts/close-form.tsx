import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { toast } from '../../../../ui/toasts.tsx';
import { useClose } from '../mutations.ts';
import type { ActProps } from './act-form.tsx';
import { FormFrame } from './form-frame.tsx';
import { TextField } from './text-field.tsx';

/** Takes the area and all below it out of use; says why. */
export function CloseForm({ area, onDone }: ActProps) {
  const t = useWords();
  const closing = useClose(area);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (reason.trim().length < 2) return;
    closing.mutate(
      { reason: reason.trim() },
      {
        onSuccess: () => {
          toast(t('areas:close.done', { name: area.name }));
          onDone();
        },
      },
    );
  };
  return (
    <FormFrame
      send={t('areas:act.close')}
      danger
      busy={closing.isPending}
      error={closing.error}
      onSend={send}
      onCancel={onDone}
    >
      <p className="hint">{t('areas:close.hint')}</p>
      <TextField
        label={t('areas:reason')}
        must
        maxLength={200}
        value={reason}
        wrong={tried && reason.trim().length < 2 ? t('areas:reason.missing') : undefined}
        onChange={setReason}
      />
    </FormFrame>
  );
}
