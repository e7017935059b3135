import { useState } from 'react';

const name = (key: string) => `linju.console.${key}`;

/** What is typed into a form, kept in this tab until it is forgotten: neither another case nor a reload loses it. */
export function useKept<T extends object>(key: string, blank: T): [T, (part: Partial<T>) => void] {
  const [value, setValue] = useState<T>(() => ({ ...blank, ...JSON.parse(sessionStorage.getItem(name(key)) ?? '{}') }));
  const put = (part: Partial<T>) =>
    setValue((now) => {
      const next = { ...now, ...part };
      sessionStorage.setItem(name(key), JSON.stringify(next));
      return next;
    });
  return [value, put];
}

export const forget = (key: string): void => sessionStorage.removeItem(name(key));
