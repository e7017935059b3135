import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useSplit } from '../mutations.ts';
import { childrenQuery } from '../queries.ts';
import { type Shares, splitBody } from '../shares.ts';
import type { ActProps } from './act-form.tsx';
import { FormFrame } from './form-frame.tsx';
import { ShareTable } from './share-table.tsx';
import { TextField } from './text-field.tsx';

/** This area becomes several: what goes where, and whose role goes along. */
export function SplitForm({ area, onDone, onOpen }: ActProps) {
  const t = useWords();
  const splitting = useSplit(area);
  const { data: children = [] } = useQuery(childrenQuery(area.id, false));
  const [parts, setParts] = useState([
    { nth: 1, name: `${area.name}${t('areas:split.first')}` },
    { nth: 2, name: `${area.name}${t('areas:split.second')}` },
  ]);
  const names = parts.map(({ name }) => name);
  const [shares, setShares] = useState<Shares>({});
  const [people, setPeople] = useState<Shares>({});
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const here = area.responsible?.area.id === area.id ? area.responsible.people : [];
  const written = names.every((name) => name.trim()) && reason.trim().length > 1;
  const send = () => {
    setTried(true);
    if (!written) return;
    splitting.mutate(
      splitBody(
        names,
        children.map(({ id }) => id),
        shares,
        people,
        reason.trim(),
      ),
      {
        onSuccess: ({ areas, cases }) => {
          toast(
            t('areas:split.done', {
              count: cases,
              names: areas.map(({ name }) => name).join(t('common:list.separator')),
            }),
          );
          onDone();
          if (areas[0]) onOpen(areas[0].id);
        },
      },
    );
  };
  const rename = (nth: number, name: string) =>
    setParts(parts.map((part) => (part.nth === nth ? { nth, name } : part)));
  return (
    <FormFrame
      send={t('areas:act.split')}
      busy={splitting.isPending}
      error={splitting.error}
      onSend={send}
      onCancel={onDone}
    >
      <div className="row split-names">
        {parts.map(({ nth, name }) => (
          <TextField
            key={nth}
            label={t('areas:split.part', { nth })}
            must
            value={name}
            wrong={tried && !name.trim() ? t('areas:name.missing') : undefined}
            onChange={(to) => rename(nth, to)}
          />
        ))}
        <Button
          icon="add"
          onClick={() => setParts([...parts, { nth: parts.length + 1, name: '' }])}
          disabled={names.length >= 12}
        >
          {t('areas:split.more')}
        </Button>
        {names.length > 2 && (
          <Button look="quiet" onClick={() => setParts(parts.slice(0, -1))}>
            {t('areas:split.fewer')}
          </Button>
        )}
      </div>
      <ShareTable
        title={t('areas:split.what')}
        names={names}
        rows={children.map(({ id, name }) => ({ id, name }))}
        shares={shares}
        onChange={setShares}
      />
      {here.length > 0 && (
        <ShareTable
          title={t('areas:split.who')}
          names={names}
          rows={here.map(({ grantId, name, roleName }) => ({ id: grantId, name: `${name} · ${roleName}` }))}
          shares={people}
          onChange={setPeople}
          stays={t('areas:split.stays')}
        />
      )}
      <TextField
        label={t('areas:reason')}
        must
        maxLength={200}
        value={reason}
        wrong={tried && reason.trim().length < 2 ? t('areas:reason.missing') : undefined}
        onChange={setReason}
      />
      <p className="hint">{t('areas:split.hint')}</p>
      <p className="hint">{t('areas:change.hint')}</p>
    </FormFrame>
  );
}
