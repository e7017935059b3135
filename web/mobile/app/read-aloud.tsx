import { useEffect, useState } from 'react';
import { useWords } from '../../client/i18n/use-words.ts';
import { currentLanguage } from '../../client/language.ts';
import { Icon } from '../../ui/icon.tsx';

const voices = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-US' } as const;
const canSpeak = 'speechSynthesis' in window;

/** 读给我听: reads what the screen marks with `data-read`; a second tap stops. Nothing where the device cannot speak. */
export function ReadAloud({ look }: { look: 'tab' | 'bar' }) {
  const t = useWords();
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => speechSynthesis?.cancel(), []);
  if (!canSpeak) return look === 'bar' ? <span /> : null;
  const toggle = () => {
    speechSynthesis.cancel();
    if (speaking) return setSpeaking(false);
    const utterance = new SpeechSynthesisUtterance(wordsOnScreen());
    utterance.lang = voices[currentLanguage()];
    utterance.onend = () => setSpeaking(false);
    utterance.onerror = () => setSpeaking(false);
    setSpeaking(true);
    speechSynthesis.speak(utterance);
  };
  return (
    <button type="button" className={look === 'tab' ? 'tab' : 'r'} aria-pressed={speaking} onClick={toggle}>
      <Icon name={speaking ? 'pause' : 'speaker'} />
      {t(speaking ? 'mobile:read.stop' : 'mobile:read')}
    </button>
  );
}

const wordsOnScreen = () =>
  Array.from(document.querySelectorAll<HTMLElement>('[data-read]'), (part) =>
    part.textContent.replace(/\s*\n+\s*/g, '。'),
  ).join('。');
