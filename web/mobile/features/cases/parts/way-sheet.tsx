import { useState } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import { moveCase } from '../../../../client/case-verbs.ts';
import { blankDraft, noteDraftKey } from '../../../../client/drafts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { isProblem } from '../../../../client/problem.ts';
import { useDraft } from '../../../../client/use-draft.ts';
import { Button } from '../../../../ui/button.tsx';
import { Sheet } from '../../../../ui/sheet.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { Field } from '../../../app/field.tsx';
import { WordsField } from '../../../app/words-field.tsx';
import { useVerb } from '../mutations.ts';
import { SendFailure } from './send-failure.tsx';

export type Way = 'urge' | 'resume' | 'suspend' | 'extend' | 'hand_up' | 'hand_down' | 'send_back';

const asksDay = (way: Way): way is 'suspend' | 'extend' => way === 'suspend' || way === 'extend';
const hour = 3_600_000;
/** The end of that day's work in Asia/Shanghai. */
const endOf = (day: string) => new Date(`${day}T18:00:00+08:00`).toISOString();
const dayAfter = (at: Date) => new Date(at.getTime() + 32 * hour).toISOString().slice(0, 10);

/** The reason for going another way, and until when where it takes longer. */
export function WaySheet({ one, way, onClose }: { one: Case; way: Way; onClose: () => void }) {
  const t = useWords();
  const { draft, change, clear } = useDraft(noteDraftKey(one.id, way), blankDraft);
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const words = draft.words.trim();
  const act = useVerb<void>(
    (_, send) => {
      if (way === 'resume') return moveCase(one.id, way, {}, send);
      if (asksDay(way)) return moveCase(one.id, way, { until: endOf(day), words }, send);
      return moveCase(one.id, way, { words }, send);
    },
    async () => {
      await clear([]);
      toast(t(`moves:way.${way}.done`));
      onClose();
    },
  );
  const wrongDay = asksDay(way) && day === '';
  const wrongWords = way !== 'resume' && way !== 'urge' && words.length < 2;
  const submit = () => {
    setTried(true);
    if (!wrongDay && !wrongWords) act.mutate();
  };
  const told = isProblem(act.error) ? act.error.field('until') : undefined;
  return (
    <Sheet title={t(`moves:way.${way}`)} closeLabel={t('action.close')} onClose={onClose}>
      <div className="form">
        {asksDay(way) && (
          <Field label={t(`moves:way.${way}.day`)} wrong={tried && wrongDay ? t('moves:way.dayMissing') : told}>
            {(props) => (
              <input
                {...props}
                type="date"
                min={dayAfter(way === 'extend' && one.dueAt ? new Date(one.dueAt) : new Date())}
                value={day}
                onChange={(event) => setDay(event.target.value)}
              />
            )}
          </Field>
        )}
        {way === 'resume' ? (
          <p>{t('moves:way.resume.sure')}</p>
        ) : (
          <WordsField
            label={t(`moves:way.${way}.words`)}
            value={draft.words}
            maxLength={500}
            wrong={tried && wrongWords ? t('mobile:words.missing') : undefined}
            onChange={(text) => change({ words: text })}
          />
        )}
        {act.error && <SendFailure error={act.error} />}
        <Button look="primary" className="wide" busy={act.isPending} onClick={submit}>
          {t(act.error ? 'action.retry' : 'action.send')}
        </Button>
      </div>
    </Sheet>
  );
}
