import { type RefObject, useEffect, useState } from 'react';

/** True while the element is above the visible part of the screen. */
export function useScrolledAway(element: RefObject<Element | null>): boolean {
  const [away, setAway] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const watcher = new IntersectionObserver(([entry]) => setAway(entry !== undefined && !entry.isIntersecting));
    watcher.observe(watched);
    return () => watcher.disconnect();
  }, [element]);
  return away;
}
