import { Outlet } from '@tanstack/react-router';
import { useWords } from '../../client/i18n/use-words.ts';
import { OfflineBar } from '../../ui/offline-bar.tsx';
import { useElderMode } from './elder-mode.ts';

/** The frame of a phone; holds for every screen, signed in or not. */
export function Root() {
  const t = useWords();
  const elder = useElderMode();
  return (
    <div className={elder ? 'phone elder' : 'phone'}>
      <OfflineBar title={t('offline.title')} text={t('offline.text')} />
      <Outlet />
    </div>
  );
}
