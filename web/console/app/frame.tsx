import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useWords } from '../../client/i18n/use-words.ts';
import { unreadQuery, useLiveNotices } from '../../client/queries/notices.ts';
import { OfflineBar } from '../../ui/offline-bar.tsx';
import { Navigation } from './navigation.tsx';
import { SignedOutBar } from './signed-out-bar.tsx';
import { TopBar } from './top-bar.tsx';

/** What stands around every screen of somebody signed in; keeps lists and counts fresh while notices arrive. */
export function Frame() {
  const t = useWords();
  const client = useQueryClient();
  const { data: unread = 0 } = useQuery(unreadQuery);
  useLiveNotices(client);
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t('console:skip')}
      </a>
      <div className="frame-offline">
        <OfflineBar title={t('common:offline.title')} text={t('console:offline')} />
        <SignedOutBar />
      </div>
      <Navigation />
      <TopBar unread={unread} />
      <main className="main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
