import { useState } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { ConfirmSheet } from './confirm-sheet.tsx';

/** The decision at the thumb: two buttons of equal size, the negative one never smaller. */
export function ConfirmDock({ one }: { one: Case }) {
  const t = useWords();
  const [answer, setAnswer] = useState<boolean>();
  return (
    <section className="dock" aria-label={t('mobile:dock.question')}>
      <p>{t('mobile:dock.question')}</p>
      <div className="two">
        <Button icon="close" onClick={() => setAnswer(false)}>
          {t('mobile:dock.no')}
        </Button>
        <Button look="primary" icon="check" onClick={() => setAnswer(true)}>
          {t('mobile:dock.yes')}
        </Button>
      </div>
      {answer !== undefined && <ConfirmSheet caseId={one.id} solved={answer} onClose={() => setAnswer(undefined)} />}
    </section>
  );
}
