import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { Popup } from '../../../app/popup.tsx';
import type { InboxFilter } from '../filter.ts';
import { useSavedFilters } from '../mutations.ts';

/** Keeps the present filter as a view of one's own. */
export function SaveFilter({ filter }: { filter: InboxFilter }) {
  const t = useWords();
  const failure = useFailureWords();
  const { save } = useSavedFilters();
  const [name, setName] = useState('');
  const label = (
    <>
      <Icon name="star" />
      {t('console:filter.save')}
    </>
  );
  return (
    <Popup className="save" label={label} name={t('console:filter.save')}>
      {(close) => (
        <form
          className="popup-form"
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate({ name: name.trim(), filter: filter as Record<string, string> }, { onSuccess: close });
          }}
        >
          <Field label={t('console:filter.name')} wrong={save.error ? failure(save.error) : undefined}>
            {(parts) => (
              <input
                className="input"
                {...parts}
                value={name}
                maxLength={20}
                required
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" busy={save.isPending}>
            {t('common:action.save')}
          </Button>
        </form>
      )}
    </Popup>
  );
}
