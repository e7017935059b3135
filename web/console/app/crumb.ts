import { useEffect, useSyncExternalStore } from 'react';
import { useWords } from '../../client/i18n/use-words.ts';

let crumb = '';
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Title of the screen that stands open, for the top bar. */
export const useCrumb = () => useSyncExternalStore(subscribe, () => crumb);

/** Names the screen in the top bar and in the browser's tab. */
export function useTitle(title: string): void {
  const t = useWords();
  const product = t('common:app.name');
  useEffect(() => {
    crumb = title;
    document.title = `${title} · ${product}`;
    for (const listener of listeners) listener();
  }, [title, product]);
}
