import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { HotlineOutcome, OrderField } from '../../../../contract/hotline.ts';
import { sendHotlineList } from '../../../client/hotline.ts';

export type Mapped = Partial<Record<OrderField, string>>;

export interface Wanted {
  readonly area: string;
  readonly file: File;
  readonly map: Mapped;
}

/** How far an import is: the list is being read, was read, is going in, is in. */
export interface Progress {
  readonly wanted: Wanted;
  readonly busy: boolean;
  readonly outcome?: HotlineOutcome;
  /** Orders that went in, of how many; there once it has begun. */
  readonly done?: number;
  readonly total?: number;
  readonly importId?: string;
  readonly error?: unknown;
}

/** Reads a list without writing, then lets it in piece by piece; what went wrong in between can be gone on from. */
export function useImport() {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  // An answer about a list that was exchanged meanwhile says nothing any more.
  const turn = useRef(0);

  const forget = () => {
    turn.current++;
    setProgress(undefined);
  };

  const tryOut = async (wanted: Wanted) => {
    const mine = ++turn.current;
    setProgress({ wanted, busy: true });
    try {
      const outcome = await sendHotlineList({ ...wanted, dryRun: true });
      if (mine === turn.current) setProgress({ wanted, busy: false, outcome });
    } catch (error) {
      if (mine === turn.current) setProgress({ wanted, busy: false, error });
    }
  };

  const apply = async () => {
    if (!progress?.outcome) return;
    const mine = ++turn.current;
    const { error: _, ...before } = progress;
    let now: Progress = { total: before.outcome?.fresh ?? 0, done: 0, ...before, busy: true };
    setProgress(now);
    try {
      for (let left = 1; left > 0; ) {
        const written = await sendHotlineList({ ...now.wanted, dryRun: false });
        left = written.added > 0 ? written.left : 0;
        const ids = written.importId ? { importId: written.importId } : {};
        now = { ...now, ...ids, done: (now.done ?? 0) + written.added, busy: left > 0 };
        if (mine === turn.current) setProgress(now);
      }
    } catch (error) {
      if (mine === turn.current) setProgress({ ...now, busy: false, error });
    }
    void client.invalidateQueries({ queryKey: ['cases'] });
    void client.invalidateQueries({ queryKey: ['hotline'] });
  };

  return { progress, tryOut, apply, forget };
}
