import { useEffect, useSyncExternalStore } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface Toast {
  readonly text: string;
  readonly icon: IconName;
}

const shownFor = 4000;
let shown: Toast | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function show(toast: Toast | undefined) {
  shown = toast;
  for (const listener of listeners) listener();
}

/** Says briefly that something happened; also read aloud by screen readers. */
export const toast = (text: string, icon: IconName = 'done') => show({ text, icon });

/** Where toasts appear; stands once in a face. */
export function Toasts() {
  const current = useSyncExternalStore(subscribe, () => shown);
  useEffect(() => {
    if (!current) return;
    const timer = setTimeout(() => show(undefined), shownFor);
    return () => clearTimeout(timer);
  }, [current]);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {current && (
        <p className="toast">
          <Icon name={current.icon} />
          {current.text}
        </p>
      )}
    </div>
  );
}
