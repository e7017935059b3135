import type { Category } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Sheet } from '../../../../ui/sheet.tsx';

interface CategorySheetProps {
  readonly categories: readonly Category[];
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

/** The whole tree of two levels on one sheet: headings with their categories below. */
export function CategorySheet({ categories, onPick, onClose }: CategorySheetProps) {
  const t = useWords();
  const heads = categories.filter(({ parentId }) => parentId === null);
  return (
    <Sheet title={t('mobile:raise.category')} closeLabel={t('action.close')} onClose={onClose}>
      {heads.map((head) => {
        const below = categories.filter(({ parentId }) => parentId === head.id);
        return (
          <section key={head.id} className="category-group">
            <h3>{head.name}</h3>
            <div className="choices">
              {(below.length > 0 ? below : [head]).map((one) => (
                <button key={one.id} type="button" className="choice" onClick={() => onPick(one.id)}>
                  {one.danger && <Icon name="danger" />}
                  {one.name}
                </button>
              ))}
            </div>
          </section>
        );
      })}
    </Sheet>
  );
}
