import '../case.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { blankRaise, raiseDraftKey } from '../../../../client/drafts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { putInOutbox, sendEntry } from '../../../../client/outbox.ts';
import { categoriesQuery } from '../../../../client/queries/cases.ts';
import { useDraft } from '../../../../client/use-draft.ts';
import { Button } from '../../../../ui/button.tsx';
import { useElderMode } from '../../../app/elder-mode.ts';
import { NavBar } from '../../../app/nav-bar.tsx';
import { PhotoPicker } from '../../../app/photo-picker.tsx';
import { useMe } from '../../../app/use-me.ts';
import { WordsField } from '../../../app/words-field.tsx';
import { dangerOf } from '../danger.ts';
import { CategoryPicker } from '../parts/category-picker.tsx';
import { DangerCall } from '../parts/danger-call.tsx';
import { PlaceField } from '../parts/place-field.tsx';
import { SimilarOffer } from '../parts/similar-offer.tsx';
import { ShowNeighbours, WhoSees } from '../parts/who-sees.tsx';
import { usualPlace } from '../places.ts';
import { suggestCategories } from '../suggest.ts';

/** 我要反映: a photo, a sentence, send. Place and kind are there for those who want to say more. */
export function Raise() {
  const t = useWords();
  const me = useMe();
  const elder = useElderMode();
  const navigate = useNavigate();
  const { draft, ready, change, clear } = useDraft(raiseDraftKey(me.id), blankRaise);
  const categories = useQuery(categoriesQuery).data?.categories ?? [];
  const suggested = suggestCategories(draft.words, categories);
  const chosen = categories.find(({ id }) => id === draft.categoryId);
  const danger = dangerOf(chosen, suggested, draft.words, t);
  const [sorted, setSorted] = useState(false);
  // A danger that was only recognised goes along, so that the desk sees it as one; the person may still say otherwise.
  const filed = chosen ?? (sorted ? undefined : suggested.slice(0, 1).find((one) => one.danger));
  const [tried, setTried] = useState(false);
  // The next screen must be there when the network is not.
  useEffect(() => void import('./sent.tsx').catch(() => undefined), []);
  const tooShort = draft.words.trim().length < 2;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (tooShort) return;
    const entry = await putInOutbox(me.id, {
      ...draft,
      categoryId: filed?.id ?? null,
      area: draft.area ?? usualPlace(me),
    });
    await clear();
    void sendEntry(entry.id);
    await navigate({ to: '/raise/$entryId', params: { entryId: entry.id }, replace: true });
  };
  // 长辈版 says 说给我们听 on its first screen, so speaking comes first there.
  const words = (
    <WordsField
      label={t('mobile:raise.words')}
      placeholder={t('mobile:raise.wordsHint')}
      value={draft.words}
      maxLength={4000}
      wrong={tried && tooShort ? t('mobile:raise.tooShort') : undefined}
      onChange={(text) => change({ words: text })}
    />
  );
  if (!ready) return <NavBar title={t('mobile:raise')} />;
  return (
    <form className="raise-form" onSubmit={submit} noValidate>
      <main>
        <NavBar title={t('mobile:raise')} />
        <div className="form">
          {elder && words}
          <PhotoPicker
            large
            label={t('mobile:raise.photos')}
            photos={draft.photos}
            onChange={(next) => change((now) => ({ photos: next(now.photos) }))}
          />
          {!elder && words}
          {danger && <DangerCall {...danger} />}
          <SimilarOffer draft={draft} categoryId={(chosen ?? suggested[0])?.id} />
          <PlaceField draft={draft} onChange={change} />
          {elder ? <ShowNeighbours draft={draft} onChange={change} /> : <WhoSees draft={draft} onChange={change} />}
          {!elder && (
            <CategoryPicker
              categories={categories}
              suggested={suggested}
              kind={draft.kind}
              categoryId={filed?.id ?? null}
              onChange={(patch) => {
                if (patch.categoryId !== undefined) setSorted(true);
                change(patch);
              }}
            />
          )}
        </div>
      </main>
      <div className="dock">
        <Button type="submit" look="primary" className="wide">
          {t('action.send')}
        </Button>
      </div>
    </form>
  );
}
