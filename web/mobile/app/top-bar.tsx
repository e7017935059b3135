import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../client/i18n/use-words.ts';
import { unreadQuery } from '../../client/queries/notices.ts';
import { Icon } from '../../ui/icon.tsx';
import { Seal } from '../../ui/seal.tsx';
import { useElderMode } from './elder-mode.ts';
import { useSettings } from './settings.ts';
import { useMe } from './use-me.ts';

/** Where I am, the switch between the two versions, and notices. */
export function TopBar() {
  const me = useMe();
  const elder = useElderMode();
  return (
    <header className="top">
      <span className="where">
        <Seal />
        {me.community?.name ?? me.street.name}
      </span>
      <div className="r">
        <VersionSwitch />
        {!elder && <Bell />}
      </div>
    </header>
  );
}

/** 长辈版 / 标准版, in the same corner in both. */
export function VersionSwitch() {
  const t = useWords();
  const elder = useElderMode();
  const { setElder } = useSettings();
  return (
    <button type="button" className="version" onClick={() => setElder(!elder)}>
      <Icon name={elder ? 'swap' : 'letters'} />
      {t(elder ? 'accounts:standard' : 'accounts:elder')}
    </button>
  );
}

function Bell() {
  const t = useWords();
  const unread = useQuery(unreadQuery).data ?? 0;
  const label = unread > 0 ? `${t('notices.title')}, ${t('notices.unread', { count: unread })}` : t('notices.title');
  return (
    <Link to="/notices" className="bell" aria-label={label}>
      <Icon name="bell" />
      {unread > 0 && <i aria-hidden="true">{unread > 99 ? '99+' : unread}</i>}
    </Link>
  );
}
