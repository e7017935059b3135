import { useEffect } from 'react';
import { useWords } from '../../client/i18n/use-words.ts';

/** Names the screen in the browser's title, which screen readers announce. */
export function useTitle(screen: string) {
  const t = useWords();
  const title = `${screen} · ${t('app.name')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
