import { useCallback, useEffect, useRef, useState } from 'react';
import { clearDraft, type Draft, type DraftPhoto, loadDraft, saveDraft } from './drafts.ts';

export interface KeptDraft<T extends Draft> {
  readonly draft: T;
  /** False until what was kept has been read. */
  readonly ready: boolean;
  readonly change: (patch: Partial<T> | ((draft: T) => Partial<T>)) => void;
  /** Starts afresh; the given photos are forgotten too. */
  readonly clear: (photos?: readonly DraftPhoto[]) => Promise<void>;
}

/** A form that survives reload and kill: every change is kept on the device at once. */
export function useDraft<T extends Draft>(key: string, blank: T): KeptDraft<T> {
  const [draft, setDraft] = useState(blank);
  const [ready, setReady] = useState(false);
  const latest = useRef(blank);
  const start = useRef(blank);
  useEffect(() => {
    let left = false;
    void loadDraft<T>(key).then((kept) => {
      if (left) return;
      latest.current = kept ?? start.current;
      setDraft(latest.current);
      setReady(true);
    });
    return () => {
      left = true;
    };
  }, [key]);
  const change = useCallback<KeptDraft<T>['change']>(
    (patch) => {
      // A ref, because two changes may come before React draws: a photo finishing while the person types.
      latest.current = { ...latest.current, ...(typeof patch === 'function' ? patch(latest.current) : patch) };
      setDraft(latest.current);
      void saveDraft(key, latest.current);
    },
    [key],
  );
  const clear = useCallback<KeptDraft<T>['clear']>(
    async (photos) => {
      latest.current = start.current;
      setDraft(latest.current);
      await clearDraft(key, photos);
    },
    [key],
  );
  return { draft, ready, change, clear };
}
