import { useState } from 'react';
import { type Boundary, type CoordinateSystem, coordinateSystems } from '../../../../../contract/areas.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Field } from '../../../app/field.tsx';
import { boundaryIn } from '../geojson.ts';
import { FormFrame } from './form-frame.tsx';

interface BoundaryFileProps {
  readonly busy: boolean;
  readonly onKeep: (boundary: Boundary, crs: CoordinateSystem) => void;
  readonly onCancel: () => void;
}

/** A boundary as GeoJSON, from a file or pasted: what the map does, without a mouse. */
export function BoundaryFile({ busy, onKeep, onCancel }: BoundaryFileProps) {
  const t = useWords();
  const [text, setText] = useState('');
  const [crs, setCrs] = useState<CoordinateSystem>('WGS-84');
  const [tried, setTried] = useState(false);
  const boundary = boundaryIn(text);
  const send = () => {
    setTried(true);
    if (boundary) onKeep(boundary, crs);
  };
  return (
    <FormFrame send={t('areas:boundary.keep')} busy={busy} error={undefined} onSend={send} onCancel={onCancel}>
      <Field label={t('areas:boundary.file')} hint={t('areas:boundary.file.hint')}>
        {(parts) => (
          <input
            type="file"
            accept=".geojson,.json,application/geo+json,application/json"
            {...parts}
            onChange={({ target }) => void target.files?.[0]?.text().then(setText)}
          />
        )}
      </Field>
      <Field label={t('areas:boundary.text')} wrong={tried && !boundary ? t('areas:boundary.unread') : undefined}>
        {(parts) => (
          <textarea
            className="input code"
            rows={5}
            {...parts}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('areas:boundary.system')} hint={t('areas:boundary.system.hint')}>
        {(parts) => (
          <select
            className="input"
            {...parts}
            value={crs}
            onChange={(event) => setCrs(event.target.value as CoordinateSystem)}
          >
            {coordinateSystems.map((one) => (
              <option key={one} value={one}>
                {t(`areas:crs.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </FormFrame>
  );
}
