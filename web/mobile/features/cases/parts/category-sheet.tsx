import type { Category } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Sheet } from '../../../../ui/sheet.tsx';
import { groupsOf } from '../suggest.ts';

interface CategorySheetProps {
  readonly categories: readonly Category[];
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

/** The whole tree on one sheet, however deep: headings with the categories that can be chosen below. */
export function CategorySheet({ categories, onPick, onClose }: CategorySheetProps) {
  const t = useWords();
  return (
    <Sheet title={t('mobile:raise.category')} closeLabel={t('action.close')} onClose={onClose}>
      {groupsOf(categories).map(({ id, heading, choices }) => (
        <section key={id} className="category-group">
          <h3>{heading}</h3>
          <div className="choices">
            {choices.map((one) => (
              <button key={one.id} type="button" className="choice" onClick={() => onPick(one.id)}>
                {one.danger && <Icon name="danger" />}
                {one.name}
              </button>
            ))}
          </div>
        </section>
      ))}
    </Sheet>
  );
}
