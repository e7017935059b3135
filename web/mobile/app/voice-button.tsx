import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../client/i18n/use-words.ts';
import { currentLanguage } from '../../client/language.ts';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toasts.tsx';

interface Heard {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
}

/** The part of the Web Speech API used here; TypeScript's DOM library does not describe it. */
interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: Heard) => void) | null;
  onerror: (() => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}

type RecognitionMaker = new () => Recognition;
const speech = window as unknown as {
  SpeechRecognition?: RecognitionMaker;
  webkitSpeechRecognition?: RecognitionMaker;
};
const Maker = speech.SpeechRecognition ?? speech.webkitSpeechRecognition;
const tongues = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-US' } as const;

/** Speak instead of typing, where the browser can listen; elsewhere nothing. `onText` gets each finished sentence. */
export function VoiceButton({ onText }: { onText: (text: string) => void }) {
  const t = useWords();
  const [listening, setListening] = useState(false);
  const recognition = useRef<Recognition>(null);
  useEffect(() => () => recognition.current?.stop(), []);
  if (!Maker) return null;
  const toggle = () => {
    if (listening) return recognition.current?.stop();
    const ear = new Maker();
    ear.lang = tongues[currentLanguage()];
    ear.continuous = true;
    ear.interimResults = false;
    ear.onresult = ({ results, resultIndex }) => {
      for (const result of Array.from(results).slice(resultIndex))
        if (result.isFinal) onText(result[0]?.transcript ?? '');
    };
    ear.onerror = () => toast(t('mobile:voice.failed'), 'danger');
    ear.onend = () => setListening(false);
    recognition.current = ear;
    setListening(true);
    ear.start();
  };
  return (
    <button type="button" className="voice" aria-pressed={listening} onClick={toggle}>
      <Icon name={listening ? 'pause' : 'microphone'} />
      {t(listening ? 'mobile:voice.stop' : 'mobile:voice')}
    </button>
  );
}
