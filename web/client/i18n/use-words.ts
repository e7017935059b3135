import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';

let current: TFunction = i18next.t;
i18next.on('languageChanged', (language) => {
  current = i18next.getFixedT(language);
});

function subscribe(listener: () => void) {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

export type Say = TFunction;

/** `t('cases:state.closed')`; the component is drawn again when the language changes. */
export const useWords = (): Say => useSyncExternalStore(subscribe, () => current);
