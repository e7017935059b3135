import { useEffect, useState } from 'react';
import type { CaseKind, RaiseCase } from '../../../../../contract/cases.ts';

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
  readonly place: string;
  readonly photoIds: readonly string[];
}

const storageKey = 'linju.console.register';
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

function stored(): Draft {
  const text = sessionStorage.getItem(storageKey);
  return text ? { ...empty, ...(JSON.parse(text) as Partial<Draft>) } : empty;
}

/** `areaId` is where the desk stands, for a draft that has no place yet. */
export function useRegisterDraft(areaId: string | undefined) {
  const [draft, setDraft] = useState(() => ({ areaId, ...stored() }));
  useEffect(() => sessionStorage.setItem(storageKey, JSON.stringify(draft)), [draft]);
  const put = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const clear = () => setDraft({ ...empty, areaId });
  return { draft, put, clear };
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
  ...(draft.place.trim() ? { place: draft.place.trim() } : {}),
  onBehalf: {
    name: draft.name.trim(),
    source: draft.source,
    ...(draft.phone.trim() ? { phone: draft.phone.replaceAll(/[\s-]/g, '') } : {}),
  },
});
