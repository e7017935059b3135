import { useState } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import type { NoteCase } from '../../../../../contract/handling.ts';
import type { Send } from '../../../../client/case-verbs.ts';
import { blankDraft, noteDraftKey } from '../../../../client/drafts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { isProblem } from '../../../../client/problem.ts';
import { useDraft } from '../../../../client/use-draft.ts';
import { Button } from '../../../../ui/button.tsx';
import { Sheet } from '../../../../ui/sheet.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { PhotoPicker } from '../../../app/photo-picker.tsx';
import { WordsField } from '../../../app/words-field.tsx';
import { useVerb } from '../mutations.ts';
import { SendFailure } from './send-failure.tsx';

type Audience = NoteCase['audience'];
const audiences: readonly Audience[] = ['raiser', 'internal'];

interface Said {
  readonly words: string;
  readonly photoIds: string[];
  readonly audience: Audience;
  /** Why open parts of other bodies need not be waited for. */
  readonly withoutParts?: string;
}

interface WordsSheetProps {
  readonly caseId: string;
  readonly verb: 'note' | 'resolve' | 'reopen';
  readonly photos: boolean;
  /** Staff choose whether the raiser reads it; everybody else writes to both sides. */
  readonly askAudience?: boolean;
  readonly send: (body: Said, send: Send) => Promise<Case>;
  readonly onClose: () => void;
}

/** Words, and photos where the verb takes them: adding something, telling how it went, asking to reopen. */
export function WordsSheet({ caseId, verb, photos, askAudience = false, send, onClose }: WordsSheetProps) {
  const t = useWords();
  const { draft, change, clear } = useDraft(noteDraftKey(caseId, verb), blankDraft);
  const [tried, setTried] = useState(false);
  const [audience, setAudience] = useState<Audience>('raiser');
  const act = useVerb(send, async () => {
    await clear(draft.photos);
    toast(t(`mobile:${verb}.done`));
    onClose();
  });
  const [without, setWithout] = useState('');
  const partsOpen = isProblem(act.error) && act.error.code === 'joint.parts_open';
  const words = draft.words.trim();
  const unsent = draft.photos.filter((photo) => !photo.photoId).length;
  const submit = () => {
    setTried(true);
    if (words === '' || unsent > 0) return;
    const photoIds = draft.photos.flatMap(({ photoId }) => photoId ?? []);
    const withoutParts = without.trim() || undefined;
    act.mutate({ words, audience, photoIds, ...(withoutParts ? { withoutParts } : {}) });
  };
  return (
    <Sheet title={t(`mobile:${verb}.title`)} closeLabel={t('action.close')} onClose={onClose}>
      <div className="form">
        {photos && (
          <PhotoPicker
            label={t(`mobile:${verb}.photos`)}
            photos={draft.photos}
            onChange={(next) => change((now) => ({ photos: next(now.photos) }))}
          />
        )}
        <WordsField
          label={t(`mobile:${verb}.words`)}
          value={draft.words}
          wrong={tried && words === '' ? t('mobile:words.missing') : undefined}
          onChange={(text) => change({ words: text })}
        />
        {askAudience && (
          <div className="choices">
            {audiences.map((one) => (
              <button
                key={one}
                type="button"
                className="choice"
                aria-pressed={audience === one}
                onClick={() => setAudience(one)}
              >
                {t(`mobile:note.${one}`)}
              </button>
            ))}
          </div>
        )}
        {tried && unsent > 0 && <p role="status">{t('mobile:photo.wait', { count: unsent })}</p>}
        {act.error && <SendFailure error={act.error} />}
        {(partsOpen || without) && (
          <WordsField
            label={t('hands:resolve.without')}
            placeholder={t('hands:resolve.without.hint')}
            value={without}
            maxLength={500}
            onChange={setWithout}
          />
        )}
        <Button look="primary" className="wide" busy={act.isPending} onClick={submit}>
          {t(act.error ? 'action.retry' : 'action.send')}
        </Button>
      </div>
    </Sheet>
  );
}
