import { useState } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import { moveCase } from '../../../../client/case-verbs.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { PublishRow } from './publish-row.tsx';
import { WordsSheet } from './words-sheet.tsx';

/** What the one who raised it can still do besides deciding: add something, ask to reopen. */
export function CaseRecords({ one }: { one: Case }) {
  const t = useWords();
  const [open, setOpen] = useState<'note' | 'reopen'>();
  const offered = (['note', 'reopen'] as const).filter((verb) => one.raiser.mine && one.may.includes(verb));
  const close = () => setOpen(undefined);
  const publishes = one.raiser.mine && one.may.includes('publish');
  if (offered.length === 0 && !publishes) return <div className="above-tabs" />;
  return (
    <div className="card list rows records">
      {offered.map((verb) => (
        <button key={verb} type="button" className="row-link" onClick={() => setOpen(verb)}>
          <span>{t(`mobile:record.${verb}`)}</span>
          <span>
            <Icon name="forward" />
          </span>
        </button>
      ))}
      {publishes && <PublishRow one={one} />}
      {open === 'note' && (
        <WordsSheet
          caseId={one.id}
          verb="note"
          photos
          send={(body, send) => moveCase(one.id, 'note', { ...body, audience: 'raiser' }, send)}
          onClose={close}
        />
      )}
      {open === 'reopen' && (
        <WordsSheet
          caseId={one.id}
          verb="reopen"
          photos={false}
          send={({ words }, send) => moveCase(one.id, 'reopen', { words }, send)}
          onClose={close}
        />
      )}
    </div>
  );
}
