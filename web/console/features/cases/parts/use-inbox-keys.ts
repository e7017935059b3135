import { useRef, useState } from 'react';
import type { CaseSummary } from '../../../../../contract/cases.ts';
import { useKeys } from '../../../app/keys.ts';
import { type ActVerb, verbKeys } from '../verbs.ts';

interface InboxKeys {
  readonly rows: readonly CaseSummary[];
  /** The case in the panel. */
  readonly opened: string | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (ids: readonly string[], on: boolean) => void;
  readonly open: (id: string | undefined, verb?: ActVerb) => void;
  readonly onHelp: () => void;
}

const show = (id: string) => document.querySelector(`tr[data-id="${id}"]`)?.scrollIntoView({ block: 'nearest' });

/** J and K move, Enter opens, X chooses, a letter of a verb opens the case with that verb in hand; Escape closes. */
export function useInboxKeys({ rows, opened, chosen, choose, open, onHelp }: InboxKeys) {
  const [marked, mark] = useState<string>();
  const current = opened ?? marked;
  const at = rows.findIndex((row) => row.id === current);
  const to = (row: CaseSummary | undefined) => {
    if (!row) return undefined;
    return () => {
      mark(row.id);
      show(row.id);
      if (opened) open(row.id);
    };
  };
  // A case that was dealt with leaves the list: its place is where the next one stands.
  const place = useRef(0);
  if (at >= 0) place.current = at;
  const down = to(at < 0 ? (rows[place.current] ?? rows.at(-1)) : rows[at + 1]);
  const up = to(at < 0 ? undefined : rows[at - 1]);
  const verbs = Object.entries(verbKeys).map(([verb, key]) => [
    key,
    opened || !current ? undefined : () => open(current, verb as ActVerb),
  ]);
  useKeys({
    ...Object.fromEntries(verbs),
    j: down,
    k: up,
    Enter: current && !opened ? () => open(current) : undefined,
    x: current ? () => choose([current], !chosen.has(current)) : undefined,
    Escape: opened
      ? () => {
          mark(opened);
          open(undefined);
        }
      : undefined,
    '?': onHelp,
  });
  return { current, up, down };
}
