import type { RaiseCase } from '../../contract/cases.ts';
import { raiseCase } from './cases.ts';
import { discard, fetchAllKept, keep } from './device-store.ts';
import type { RaiseDraft } from './drafts.ts';
import { newKey } from './keys.ts';
import { ProblemError } from './problem.ts';

/** waiting = will be sent by itself; refused = the server said no and the person has to change something. */
export type OutboxState = 'waiting' | 'sending' | 'refused' | 'sent';

export interface OutboxEntry {
  /** Also the Idempotency-Key of the request. */
  readonly id: string;
  readonly accountId: string;
  readonly draft: RaiseDraft;
  readonly state: OutboxState;
  /** How often sending failed so far. */
  readonly failures: number;
  /** Words of the server for a refusal. */
  readonly refusal?: string;
  readonly sent?: { readonly caseId: string; readonly number: string };
}

let entries: readonly OutboxEntry[] = [];
const listeners = new Set<() => void>();

export const outboxEntries = () => entries;
export function subscribeOutbox(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function show(next: readonly OutboxEntry[]) {
  entries = next;
  for (const listener of listeners) listener();
}

async function put(entry: OutboxEntry): Promise<OutboxEntry> {
  await keep('outbox', entry.id, entry);
  show([...entries.filter((one) => one.id !== entry.id), entry]);
  return entry;
}

/** Reads what an earlier visit left unsent; what had been sent by then is forgotten. */
export async function openOutbox(accountId: string): Promise<void> {
  const kept = (await fetchAllKept<OutboxEntry>('outbox')).filter((entry) => entry.accountId === accountId);
  for (const entry of kept) if (entry.state === 'sent') await discard('outbox', entry.id);
  show(kept.filter((entry) => entry.state !== 'sent').map((entry) => ({ ...entry, state: awake(entry.state) })));
}

const awake = (state: OutboxState): OutboxState => (state === 'sending' ? 'waiting' : state);

/** Takes over a finished form. It is on the device before this answers. */
export const putInOutbox = (accountId: string, draft: RaiseDraft): Promise<OutboxEntry> =>
  put({ id: newKey(), accountId, draft, state: 'waiting', failures: 0 });

export async function takeFromOutbox(id: string): Promise<void> {
  await discard('outbox', id);
  show(entries.filter((entry) => entry.id !== id));
}

/** Sends one entry; never throws, the entry says how it went. */
export async function sendEntry(id: string): Promise<OutboxEntry | undefined> {
  const found = entries.find((entry) => entry.id === id);
  if (!found || found.state === 'sending' || found.state === 'sent') return found;
  let entry = await put({ ...found, state: 'sending', refusal: undefined });
  try {
    for (const photo of entry.draft.photos) {
      const { sendPhoto } = await import('./send-photo.ts');
      entry = await put(withPhoto(entry, await sendPhoto(photo)));
    }
    const raised = await raiseCase(requestOf(entry.draft), { idempotencyKey: entry.id });
    for (const photo of entry.draft.photos) await discard('photos', photo.id);
    return await put({ ...entry, state: 'sent', sent: { caseId: raised.id, number: raised.number } });
  } catch (error) {
    return put(failed(entry, error));
  }
}

/** Sends everything that waits, oldest first. */
export async function sendOutbox(): Promise<void> {
  for (const { id, state } of [...entries]) if (state === 'waiting') await sendEntry(id);
}

const withPhoto = (entry: OutboxEntry, sent: RaiseDraft['photos'][number]): OutboxEntry => ({
  ...entry,
  draft: { ...entry.draft, photos: entry.draft.photos.map((photo) => (photo.id === sent.id ? sent : photo)) },
});

/** Refused for good are wrong contents; a lost session, a busy server or the same key still in flight may pass later. */
export function failed(entry: OutboxEntry, error: unknown): OutboxEntry {
  const failures = entry.failures + 1;
  const final = error instanceof ProblemError && error.status < 500 && ![401, 408, 409, 429].includes(error.status);
  return final
    ? { ...entry, failures, state: 'refused', refusal: error.message }
    : { ...entry, failures, state: 'waiting' };
}

export const requestOf = (draft: RaiseDraft): RaiseCase => ({
  body: draft.words.trim(),
  kind: draft.kind ?? undefined,
  categoryId: draft.categoryId ?? undefined,
  areaId: draft.area?.areaId,
  place: draft.place.trim() || undefined,
  position: draft.position ?? undefined,
  published: draft.published || undefined,
  anonymous: draft.anonymous || undefined,
  photoIds: draft.photos.flatMap(({ photoId }) => photoId ?? []),
});
