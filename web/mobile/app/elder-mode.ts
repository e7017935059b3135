import { useSyncExternalStore } from 'react';

const storageKey = 'linju.elder';
const listeners = new Set<() => void>();
let elder = localStorage.getItem(storageKey) === 'yes';
apply();

function apply() {
  document.documentElement.classList.toggle('elder', elder);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** 长辈版: larger type, larger targets, fewer choices. */
export const useElderMode = (): boolean => useSyncExternalStore(subscribe, () => elder);
export const elderModeChosen = (): boolean => localStorage.getItem(storageKey) !== null;
export const elderModeNow = (): boolean => elder;

/** Shows one of the two versions and remembers it on this device. */
export function chooseElderMode(on: boolean) {
  elder = on;
  localStorage.setItem(storageKey, on ? 'yes' : 'no');
  apply();
  for (const listener of listeners) listener();
}
