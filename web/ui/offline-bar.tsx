import { type ReactNode, useSyncExternalStore } from 'react';
import { Icon } from './icon.tsx';

function subscribe(listener: () => void) {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);

/** A calm ink bar while the device has no network: what is kept, what will happen by itself. */
export function OfflineBar({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  const online = useOnline();
  return (
    <div role="status" className={online ? undefined : 'offline-bar'}>
      {!online && (
        <>
          <Icon name="offline" />
          <span>
            <b>{title}</b>
            <span className="s">{text}</span>
          </span>
          {action}
        </>
      )}
    </div>
  );
}
