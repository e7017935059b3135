import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tiers } from '../../../../../contract/areas.ts';
import { nextAreaCode } from '../../../../client/area-changes.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { toast } from '../../../../ui/toasts.tsx';
import { Field } from '../../../app/field.tsx';
import { useAddArea } from '../mutations.ts';
import { kindsQuery } from '../queries.ts';
import type { ActProps } from './act-form.tsx';
import { FormFrame } from './form-frame.tsx';
import { TextField } from './text-field.tsx';

const ofStreet = ['community', 'grid', 'micro_grid'];

/** A new area below this one, with the code the rules propose. */
export function AddForm({ area, rights, onDone, onOpen }: ActProps) {
  const t = useWords();
  const adding = useAddArea();
  const { data } = useQuery(kindsQuery);
  const kinds = (data?.kinds ?? [])
    .filter(
      ({ tier }) => tiers.indexOf(tier) > tiers.indexOf(area.tier) && (rights.arrange || !ofStreet.includes(tier)),
    )
    .toSorted((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier));
  const [chosen, setKind] = useState<string>();
  const kindId = chosen ?? kinds[0]?.id;
  const [name, setName] = useState('');
  const [code, setCode] = useState<string>();
  const [tried, setTried] = useState(false);
  const { data: next } = useQuery({
    queryKey: ['areas', 'next-code', area.id, kindId, name.trim()],
    queryFn: () => nextAreaCode(area.id, kindId ?? '', name.trim() || undefined),
    enabled: kindId !== undefined,
    retry: false,
  });
  const send = () => {
    setTried(true);
    if (!name.trim() || !kindId) return;
    adding.mutate(
      { parentId: area.id, kindId, name: name.trim(), ...(code?.trim() ? { code: code.trim() } : {}) },
      {
        onSuccess: (made) => {
          toast(t('areas:add.done', { name: made.name }));
          onDone();
          onOpen(made.id);
        },
      },
    );
  };
  return (
    <FormFrame send={t('areas:act.add')} busy={adding.isPending} error={adding.error} onSend={send} onCancel={onDone}>
      <Field label={t('areas:kind')} must>
        {(parts) => (
          <select className="input" {...parts} value={kindId ?? ''} onChange={(event) => setKind(event.target.value)}>
            {kinds.map((kind) => (
              <option key={kind.id} value={kind.id}>
                {kind.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label={t('areas:name')}
        must
        value={name}
        wrong={tried && !name.trim() ? t('areas:name.missing') : undefined}
        onChange={setName}
      />
      <TextField
        label={t('areas:code')}
        hint={t('areas:code.hint')}
        value={code ?? next?.code ?? ''}
        onChange={setCode}
      />
    </FormFrame>
  );
}
