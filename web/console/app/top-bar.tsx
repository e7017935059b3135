import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../client/i18n/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useCrumb } from './crumb.ts';
import { SearchBox } from './search-box.tsx';
import { mainGrant, may, useMe } from './session.ts';

const NoticesDrawer = lazy(() => import('../features/notices/parts/notices-drawer.tsx'));

/** Where one stands, the search, unread notices and who is signed in. */
export function TopBar({ unread }: { unread: number }) {
  const t = useWords();
  const person = useMe();
  const grant = mainGrant(person);
  const crumb = useCrumb();
  const [noticesOpen, setNoticesOpen] = useState(false);
  return (
    <header className="topbar">
      <div className="crumb">
        <span>{grant?.area.name ?? person.street.name}</span>
        <Icon name="forward" />
        <span aria-current="page">{crumb}</span>
      </div>
      {may(person, 'case.note_internal') ? <SearchBox /> : <span className="search-gap" />}
      <button
        type="button"
        className="icon-btn bell"
        aria-label={unread > 0 ? t('console:notices.unread', { count: unread }) : t('notices.title')}
        onClick={() => setNoticesOpen(true)}
      >
        <Icon name="bell" />
        {unread > 0 && <span className="count">{unread > 99 ? '99+' : unread}</span>}
      </button>
      <Link to="/account" className="me">
        <span className="avatar" aria-hidden="true">
          {person.name.slice(0, 1)}
        </span>
        {person.name}
        {grant && (
          <>
            <i className="dot" />
            {grant.organization?.name ?? grant.roleName}
          </>
        )}
      </Link>
      <Suspense>{noticesOpen && <NoticesDrawer onClose={() => setNoticesOpen(false)} />}</Suspense>
    </header>
  );
}
