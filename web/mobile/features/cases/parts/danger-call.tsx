import type { Category } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';

/** Danger to life: the number to call stands before everything else. */
export function DangerCall({ category }: { category: Category }) {
  const t = useWords();
  const number = category.callFirst ?? '110';
  return (
    <div className="danger-call" role="alert">
      <Icon name="danger" />
      <p>
        <b>{t('mobile:danger.first', { number })}</b>
        {t('mobile:danger.then', { what: category.name })}
      </p>
      <a className="btn m danger" href={`tel:${number}`}>
        <Icon name="phone" />
        {t('mobile:danger.call', { number })}
      </a>
    </div>
  );
}
