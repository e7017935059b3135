import { useState } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { type Way, WaySheet } from './way-sheet.tsx';

const ways: readonly Way[] = ['resume', 'suspend', 'extend', 'hand_up', 'hand_down', 'send_back'];

/** What else can be done when it is not simply done: its raiser urges; who works on it waits, takes longer, passes it on. */
export function CaseWays({ one }: { one: Case }) {
  const t = useWords();
  const [open, setOpen] = useState<Way>();
  const offered = one.raiser.mine
    ? (['urge'] as const).filter((way) => one.may.includes(way))
    : ways.filter((way) => one.may.includes(way));
  if (offered.length === 0) return null;
  return (
    <div className="card list rows records">
      {offered.map((way) => (
        <button key={way} type="button" className="row-link" onClick={() => setOpen(way)}>
          <span>{t(`moves:way.${way}`)}</span>
          <span>
            <Icon name="forward" />
          </span>
        </button>
      ))}
      {open && <WaySheet one={one} way={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
