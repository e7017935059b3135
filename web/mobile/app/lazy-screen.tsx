import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { needWords } from '../../client/i18n/start.ts';
import { useWords } from '../../client/i18n/use-words.ts';
import { OfflineError } from '../../client/problem.ts';
import { Failure, Waiting } from './answers.tsx';
import { NavBar } from './nav-bar.tsx';

/** Code of one screen: `screen` once it has arrived. */
interface Code {
  screen?: ComponentType;
  readonly fetch: () => Promise<void>;
}

/**
 * A screen whose code comes when it is needed. The router's own lazy component reloads the page when the code cannot be
 * fetched; without a network that throws away the screen the person is on, so this one offers to try again instead.
 * `words` are the areas of words it says beyond those of the first load.
 */
export function lazyScreen(load: () => Promise<ComponentType>, ...words: string[]) {
  const code: Code = {
    fetch: async () => {
      if (code.screen) return;
      const [screen] = await Promise.all([load(), needWords(...words)]);
      code.screen = screen;
    },
  };
  const draw = () => <Later code={code} />;
  return Object.assign(draw, { preload: () => code.fetch().catch(() => undefined) });
}

function Later({ code }: { code: Code }) {
  const t = useWords();
  const [, drawAgain] = useState(0);
  const [failed, setFailed] = useState(false);
  const open = useCallback(() => {
    setFailed(false);
    code.fetch().then(
      () => drawAgain((times) => times + 1),
      () => setFailed(true),
    );
  }, [code]);
  useEffect(open, [open]);
  // Browsers remember that a script could not be fetched, so asking again takes a fresh page; what was written is kept.
  const again = useCallback(() => {
    if (navigator.onLine) location.reload();
  }, []);
  useEffect(() => {
    if (!failed) return;
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [failed, again]);
  if (code.screen) return <code.screen />;
  return (
    <main>
      <NavBar title={t('app.name')} />
      {failed ? <Failure error={new OfflineError()} retry={again} /> : <Waiting rows={4} />}
    </main>
  );
}
