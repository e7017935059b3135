import { useEffect, useRef } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { verbKeys } from '../verbs.ts';

const lines = [
  ['J', 'down'],
  ['K', 'up'],
  ['Enter', 'open'],
  ['X', 'choose'],
  ['Esc', 'close'],
  ['/', 'search'],
  ['?', 'help'],
] as const;

/** Every key of the inbox. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="keys-help" aria-label={t('console:keys')} onClose={onClose}>
      <h2>
        {t('console:keys')}
        <button
          type="button"
          className="icon-btn"
          aria-label={t('common:action.close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </h2>
      <dl>
        {lines.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`console:keys.${does}`)}</dd>
          </div>
        ))}
        {Object.entries(verbKeys).map(([verb, key]) => (
          <div key={verb}>
            <dt>
              <kbd>{key.toUpperCase()}</kbd>
            </dt>
            <dd>{t(`console:verb.${verb}`)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
