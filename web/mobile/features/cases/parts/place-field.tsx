import { useState } from 'react';
import type { RaiseDraft } from '../../../../client/drafts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Field } from '../../../app/field.tsx';
import { useMe } from '../../../app/use-me.ts';
import { usualPlace } from '../places.ts';
import { PlaceSheet } from './place-sheet.tsx';

/** Where it is: at home unless something else is picked; and one line to say it more exactly. */
export function PlaceField({ draft, onChange }: { draft: RaiseDraft; onChange: (patch: Partial<RaiseDraft>) => void }) {
  const t = useWords();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const place = draft.area ?? usualPlace(me);
  return (
    <>
      <div className="field">
        <span id="place-label">{t('mobile:raise.place')}</span>
        <button type="button" className="place-button" aria-describedby="place-label" onClick={() => setOpen(true)}>
          <Icon name="pin" />
          <span>{place?.label ?? t('raising:place.pick')}</span>
          <span className="quiet-link">
            {t('raising:place.change')}
            <Icon name="forward" />
          </span>
        </button>
      </div>
      <Field
        label={
          <>
            {t('raising:place.exact')} <span className="hint">{t('optional')}</span>
          </>
        }
      >
        {(props) => (
          <input
            {...props}
            maxLength={120}
            placeholder={t('raising:place.exactHint')}
            value={draft.place}
            onChange={(event) => onChange({ place: event.target.value })}
          />
        )}
      </Field>
      {open && (
        <PlaceSheet
          onPick={(area, position) => {
            onChange({ area, position });
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
