/** What is known of a case near the place of something about to be raised. */
export interface Candidate {
  /** The words may be compared: it is public, or within the reach of whoever asks. */
  readable: boolean;
  /** Pairs of characters it shares with what was typed. */
  shared: number;
  sameCategory: boolean;
  sameBuilding: boolean;
  near: boolean;
}

/**
 * How likely it is the same matter; 0 = not offered. Of a case that is not public only its category and place count: if its words
 * counted, anybody could find out by trying whether a neighbour wrote a certain word.
 */
export function likeness({ readable, shared, sameCategory, sameBuilding, near }: Candidate, typed: number): number {
  const here = sameBuilding || near;
  const place = sameBuilding ? 0.4 : near ? 0.2 : 0;
  const kind = sameCategory ? 0.4 : 0;
  if (!readable) return sameCategory && here ? kind + place : 0;
  const words = shared / Math.max(4, Math.min(typed, 16));
  const alike = words >= 0.4 || (here && words >= 0.2) || (sameCategory && (here || words > 0));
  return alike ? words + kind + place : 0;
}

const settledMs = 24 * 3_600_000;

/** A merger can be taken back for 24 hours. */
export function mayUndoMerger(mergedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(mergedAt) <= settledMs;
}
