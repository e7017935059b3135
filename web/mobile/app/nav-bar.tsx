import { useCanGoBack, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../client/i18n/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useTitle } from './use-title.ts';

/** Back, the name of the screen, and at most one thing on the right. Back leads home when the screen was opened directly. */
export function NavBar({ title, right }: { title: string; right?: ReactNode }) {
  const t = useWords();
  useTitle(title);
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const back = () => (canGoBack ? router.history.back() : void router.navigate({ to: '/' }));
  return (
    <header className="nav">
      <button type="button" className="round" aria-label={t('action.back')} onClick={back}>
        <Icon name="back" />
      </button>
      <h1>{title}</h1>
      {right ?? <span />}
    </header>
  );
}
