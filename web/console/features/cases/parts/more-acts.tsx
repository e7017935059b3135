import type { KeyboardEvent } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Popup } from '../../../app/popup.tsx';
import { type ActVerb, verbKeys, wordOf } from '../verbs.ts';

interface MoreActsProps {
  readonly one: Case;
  readonly verbs: readonly ActVerb[];
  readonly onPress: (verb: ActVerb) => void;
}

/** The rarer verbs behind one button; arrows move among them, Escape leads back to the button. */
export function MoreActs({ one, verbs, onPress }: MoreActsProps) {
  const t = useWords();
  const label = (
    <>
      {t('common:action.more')}
      <Icon name="down" />
    </>
  );
  return (
    <Popup className="btn m more-acts" label={label} name={t('common:action.more')}>
      {(close) => (
        <div className="act-list">
          {verbs.map((verb) => (
            <button
              key={verb}
              type="button"
              onKeyDown={moveAmong}
              onClick={() => {
                close();
                onPress(verb);
              }}
            >
              {t(`console:verb.${wordOf(verb, one)}`)}
              <span aria-hidden="true">
                <kbd>{verbKeys[verb].toUpperCase()}</kbd>
              </span>
            </button>
          ))}
        </div>
      )}
    </Popup>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function moveAmong(event: KeyboardEvent<HTMLButtonElement>) {
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])];
  all.at((all.indexOf(event.currentTarget) + step) % all.length)?.focus();
}
