import { Link } from '@tanstack/react-router';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';

/** The one vermilion thing on the first screen. */
export function RaiseCard() {
  const t = useWords();
  return (
    <Link to="/raise" className="raise">
      <span>
        <b>{t('mobile:raise')}</b>
        <span className="s">{t('mobile:raise.hint')}</span>
      </span>
      <span className="cam">
        <Icon name="camera" />
      </span>
    </Link>
  );
}
