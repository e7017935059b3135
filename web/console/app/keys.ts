import { useEffect, useRef } from 'react';

type Act = (event: KeyboardEvent) => void;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.tagName === 'TEXTAREA' ||
    target.tagName === 'SELECT' ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio'));

/** One-letter keys of a screen, silent while somebody types. Names are those of `KeyboardEvent.key`, letters in lower case. */
export function useKeys(keys: Record<string, Act | undefined>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      if (document.querySelector('dialog[open]')) return;
      const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (isTyping(event.target)) {
        // The first Escape leaves the field, so that it never costs what was typed in it.
        if (name === 'Escape') (event.target as HTMLElement).blur();
        return;
      }
      const onControl = event.target instanceof HTMLElement && event.target.closest('button, a, [role=combobox]');
      if (name === 'Enter' && onControl) return;
      latest.current[name]?.(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
