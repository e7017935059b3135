import type { Streets } from '../../contract/accounts.ts';

const storageKey = 'linju.street';

/** Code of the street used last on this device, else of the first. */
export const lastStreet = (streets: Streets['streets']): string | undefined =>
  (streets.find(({ code }) => code === localStorage.getItem(storageKey)) ?? streets[0])?.code;

export const rememberStreet = (code: string): void => localStorage.setItem(storageKey, code);
