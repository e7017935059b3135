import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import type { Danger } from '../danger.ts';

/** Danger to life: the number to call stands before everything else. */
export function DangerCall({ number, what }: Danger) {
  const t = useWords();
  return (
    <div className="danger-call" role="alert">
      <Icon name="danger" />
      <p>
        <b>{t('mobile:danger.first', { number })}</b>
        {t('mobile:danger.then', { what })}
      </p>
      <a className="btn m danger" href={`tel:${number}`}>
        <Icon name="phone" />
        {t('mobile:danger.call', { number })}
      </a>
    </div>
  );
}
