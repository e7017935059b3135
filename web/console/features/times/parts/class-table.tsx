import type { DeadlineClass } from '../../../../../contract/deadlines.ts';
import { allowedWords } from '../../../../client/i18n/deadline-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Tag } from '../../../../ui/status.tsx';

interface ClassTableProps {
  readonly classes: readonly DeadlineClass[];
  readonly open: string | undefined;
  /** Left out for who may not change a class. */
  readonly onEdit: ((id: string) => void) | undefined;
}

export function ClassTable({ classes, open, onEdit }: ClassTableProps) {
  const t = useWords();
  return (
    <div className="box class-list">
      <table>
        <caption className="visually-hidden">{t('times:tab.classes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('times:class.name')}</th>
            <th scope="col">{t('times:class.amount')}</th>
            <th scope="col">{t('times:class.answer')}</th>
            <th scope="col">{t('times:class.basis')}</th>
            <th scope="col">{t('times:class.categories')}</th>
            {onEdit && (
              <th scope="col">
                <span className="visually-hidden">{t('common:action.edit')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {classes.map((one) => (
            <tr key={one.id} className={one.id === open ? 'on' : ''}>
              <th scope="row">
                {one.name} {one.usual && <Tag>{t('times:class.usual')}</Tag>}
              </th>
              <td className="nw">{allowedWords(t, one)}</td>
              <td className="nw">{t('deadlines:allowed.hour', { count: one.answerHours })}</td>
              <td>{one.basis || t('common:none')}</td>
              <td className="nw">{t('times:class.categoriesCount', { count: one.categoryIds.length })}</td>
              {onEdit && (
                <td>
                  <Button
                    look="quiet"
                    aria-label={t('times:class.editOne', { name: one.name })}
                    onClick={() => onEdit(one.id)}
                  >
                    {t('common:action.edit')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
