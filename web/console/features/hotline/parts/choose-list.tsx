import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { areasQuery } from '../../../../client/queries/areas.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { byCode } from '../../../app/areas.ts';
import { Field } from '../../../app/field.tsx';
import { useMe } from '../../../app/session.ts';

interface ChooseListProps {
  readonly area: string;
  readonly file: File | undefined;
  readonly disabled: boolean;
  readonly onArea: (area: string) => void;
  readonly onFile: (file: File) => void;
}

/** Whom the list was sent to, as far as this person may take one in: their communities, or for an officer the street and each of them. */
export function useListAreas(): { id: string; name: string }[] {
  const t = useWords();
  const { street, grants } = useMe();
  const officer = grants.some(({ roleSet }) => roleSet === 'street_officer');
  const { data = [] } = useQuery({ ...areasQuery({ tier: 'community' }), enabled: officer });
  if (!officer) return grants.filter(({ roleSet }) => roleSet === 'community_staff').map(({ area }) => area);
  return [{ id: street.id, name: t('hotline:area.street', { name: street.name }) }, ...data.toSorted(byCode)];
}

export function ChooseList({ area, file, disabled, onArea, onFile }: ChooseListProps) {
  const t = useWords();
  const areas = useListAreas();
  const [over, setOver] = useState(false);
  return (
    <div className="box stack choose-list">
      <Field label={t('hotline:area')} must>
        {(parts) => (
          <select
            {...parts}
            className="input"
            value={area}
            disabled={disabled || areas.length < 2}
            onChange={({ target }) => onArea(target.value)}
          >
            {areas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('hotline:file')} must hint={t('hotline:file.hint')}>
        {(parts) => (
          <span className={over ? 'drop over' : 'drop'}>
            <Icon name={file ? 'stored' : 'cloudUp'} />
            <b>
              {file
                ? t('hotline:file.chosen', { name: file.name, size: Math.ceil(file.size / 1024).toLocaleString('en') })
                : t('hotline:file.drop')}
            </b>
            {file && !disabled && <span className="link">{t('hotline:file.other')}</span>}
            <input
              {...parts}
              type="file"
              accept=".xlsx,.csv,.txt"
              disabled={disabled}
              onDragEnter={() => setOver(true)}
              onDragLeave={() => setOver(false)}
              onDrop={() => setOver(false)}
              onChange={({ target }) => {
                const [chosen] = target.files ?? [];
                if (chosen) onFile(chosen);
                target.value = '';
              }}
            />
          </span>
        )}
      </Field>
    </div>
  );
}
