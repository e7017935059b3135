import { useRef } from 'react';
import { newKey } from '../../client/keys.ts';

/** One key for one content, until `done`: sending the same again after a failure is one effect, something else is another. */
export function useSendKey(): { keyFor: (content: unknown) => string; done: () => void } {
  const last = useRef({ text: '', key: '' });
  const keyFor = (content: unknown) => {
    const text = JSON.stringify(content);
    if (last.current.text !== text) last.current = { text, key: newKey() };
    return last.current.key;
  };
  const done = () => {
    last.current = { text: '', key: '' };
  };
  return { keyFor, done };
}
