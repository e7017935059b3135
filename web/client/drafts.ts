import type { CaseKind, CaseVerb } from '../../contract/cases.ts';
import type { DevicePosition } from '../../contract/wire.ts';
import { discard, fetchKept, keep } from './device-store.ts';

/** A photo chosen on this device. The picture itself lies on the `photos` shelf under `id` until it has been sent. */
export interface DraftPhoto {
  readonly id: string;
  /** Id on the server once it has been uploaded. */
  readonly photoId: string | null;
}

/** Words and photos of a form that has not been sent; kept so that neither a failed send nor a killed page loses them. */
export interface Draft {
  readonly words: string;
  readonly photos: readonly DraftPhoto[];
}

export interface DraftPlace {
  readonly areaId: string;
  /** As read by the person: 第三网格 2号楼 4单元. */
  readonly label: string;
}

export interface RaiseDraft extends Draft {
  readonly kind: CaseKind | null;
  readonly categoryId: string | null;
  readonly area: DraftPlace | null;
  readonly place: string;
  readonly position: DevicePosition | null;
  /** Absent in drafts of older versions. */
  readonly published?: boolean;
  readonly anonymous?: boolean;
}

export const blankDraft: Draft = { words: '', photos: [] };
export const blankRaise: RaiseDraft = {
  ...blankDraft,
  kind: null,
  categoryId: null,
  area: null,
  place: '',
  position: null,
};

export const raiseDraftKey = (accountId: string) => `raise:${accountId}`;
export const noteDraftKey = (caseId: string, verb: CaseVerb) => `${verb}:${caseId}`;

export const loadDraft = <T extends Draft>(key: string) => fetchKept<T>('drafts', key);
export const saveDraft = (key: string, draft: Draft) => keep('drafts', key, draft);

/** Forgets a form; its photos too, unless they went on to the outbox. */
export async function clearDraft(key: string, photos: readonly DraftPhoto[] = []): Promise<void> {
  await discard('drafts', key);
  for (const photo of photos) await discard('photos', photo.id);
}

export const isBlank = (draft: Draft): boolean => draft.words.trim() === '' && draft.photos.length === 0;
