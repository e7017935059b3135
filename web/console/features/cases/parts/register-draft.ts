import type { CaseKind, RaiseCase } from '../../../../../contract/cases.ts';
import type { Position } from '../../../../../contract/wire.ts';
import { forget, useKept } from '../../../app/kept.ts';

/** What has been typed, kept in this tab until it is sent, so that a reload loses nothing. */
export interface Draft {
  readonly name: string;
  readonly phone: string;
  readonly source: NonNullable<RaiseCase['onBehalf']>['source'];
  readonly body: string;
  readonly title: string;
  readonly kind: CaseKind;
  readonly categoryId?: string | undefined;
  readonly areaId?: string | undefined;
  /** Where a pin was put on the map. */
  readonly position?: Position | undefined;
  readonly place: string;
  readonly photoIds: readonly string[];
}

const key = 'register';
const empty: Draft = {
  name: '',
  phone: '',
  source: 'phone',
  body: '',
  title: '',
  kind: 'help',
  place: '',
  photoIds: [],
};

/** `areaId` is where the desk stands, for a draft that has no place yet. */
export function useRegisterDraft(areaId: string | undefined) {
  const [draft, put] = useKept<Draft>(key, { ...empty, areaId });
  return { draft, put, clear: () => forget(key) };
}

export type DraftField = 'name' | 'phone' | 'body' | 'areaId';

/** Fields that cannot be sent as they stand, with the word for what is wrong. Phone: a mobile number or one with an area code. */
export function wrongIn(draft: Draft): Partial<Record<DraftField, 'missing' | 'short' | 'phone'>> {
  const phone = draft.phone.replaceAll(/[\s-]/g, '');
  return {
    ...(draft.name.trim() ? {} : { name: 'missing' as const }),
    ...(!phone || /^(1[3-9]\d{9}|0\d{9,11}|\d{7,8})$/.test(phone) ? {} : { phone: 'phone' as const }),
    ...(draft.body.trim().length >= 2 ? {} : { body: draft.body.trim() ? ('short' as const) : ('missing' as const) }),
    ...(draft.areaId ? {} : { areaId: 'missing' as const }),
  };
}

export const bodyOf = (draft: Draft): RaiseCase => ({
  body: draft.body.trim(),
  kind: draft.kind,
  photoIds: [...draft.photoIds],
  ...(draft.title.trim() ? { title: draft.title.trim() } : {}),
  ...(draft.categoryId ? { categoryId: draft.categoryId } : {}),
  ...(draft.areaId ? { areaId: draft.areaId } : {}),
  ...(draft.position ? { position: draft.position } : {}),
  ...(draft.place.trim() ? { place: draft.place.trim() } : {}),
  onBehalf: {
    name: draft.name.trim(),
    source: draft.source,
    ...(draft.phone.trim() ? { phone: draft.phone.replaceAll(/[\s-]/g, '') } : {}),
  },
});
