import { useEffect, useState } from 'react';

/** The value as it stood when it last rested for `pause` milliseconds: what is being typed is not asked about at every key. */
export function useSettled<T extends string>(value: T, pause = 700): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
