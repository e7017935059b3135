import { useRef } from 'react';
import { newKey } from '../../client/keys.ts';

/** One key for one content: sending the same again after a failure is one effect, sending something else is another. */
export function useSendKey(): (content: unknown) => string {
  const last = useRef({ text: '', key: '' });
  return (content) => {
    const text = JSON.stringify(content);
    if (last.current.text !== text) last.current = { text, key: newKey() };
    return last.current.key;
  };
}
