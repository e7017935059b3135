import { useState } from 'react';
import type { CaseKind, Category } from '../../../../../contract/cases.ts';
import type { RaiseDraft } from '../../../../client/drafts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { CategorySheet } from './category-sheet.tsx';

const kinds: readonly CaseKind[] = ['help', 'consultation', 'complaint', 'report', 'suggestion', 'praise'];

interface CategoryPickerProps {
  readonly categories: readonly Category[];
  readonly suggested: readonly Category[];
  readonly kind: CaseKind | null;
  readonly categoryId: string | null;
  readonly onChange: (patch: Partial<RaiseDraft>) => void;
}

/** What kind of thing it is; may be left out, the community sorts it then. One tap each. */
export function CategoryPicker({ categories, suggested, kind, categoryId, onChange }: CategoryPickerProps) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const chosen = categories.find(({ id }) => id === categoryId);
  const offered = chosen ? [chosen, ...suggested.filter(({ id }) => id !== chosen.id)] : suggested;
  return (
    <>
      <fieldset className="field">
        <legend>
          {t('mobile:raise.category')} <span className="hint">{t('optional')}</span>
        </legend>
        <div className="choices">
          {offered.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className="choice"
              aria-pressed={id === categoryId}
              onClick={() => onChange({ categoryId: id === categoryId ? null : id })}
            >
              {name}
            </button>
          ))}
          <button type="button" className="choice" onClick={() => setOpen(true)}>
            {t(offered.length > 0 ? 'mobile:category.other' : 'mobile:category.pick')}
            <Icon name="forward" />
          </button>
        </div>
      </fieldset>
      <fieldset className="field">
        <legend>{t('mobile:raise.kind')}</legend>
        <div className="choices">
          {kinds.map((one) => (
            <button
              key={one}
              type="button"
              className="choice"
              aria-pressed={one === (kind ?? 'help')}
              onClick={() => onChange({ kind: one })}
            >
              {t(`cases:kind.${one}`)}
            </button>
          ))}
        </div>
      </fieldset>
      {open && (
        <CategorySheet
          categories={categories}
          onPick={(id) => {
            onChange({ categoryId: id });
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
