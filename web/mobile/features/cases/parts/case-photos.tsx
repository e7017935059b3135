import type { Case } from '../../../../../contract/cases.ts';
import type { Photo } from '../../../../../contract/photos.ts';
import { monthDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { photoAddress } from '../../../../client/photos.ts';
import { PhotoStrip } from '../../../../ui/photo-strip.tsx';

/** Before and after side by side first, then the rest as they were taken. */
export function beforeAndAfter(photos: readonly Photo[]): Photo[] {
  const pair = [photos.find(({ phase }) => phase === 'raised'), photos.find(({ phase }) => phase === 'resolved')];
  const first = pair.filter((photo) => photo !== undefined);
  return [...first, ...photos.filter((photo) => !first.includes(photo))];
}

export function CasePhotos({ one }: { one: Case }) {
  const t = useWords();
  if (one.photos.length === 0) return null;
  const done = one.photos.some(({ phase }) => phase === 'resolved');
  const shown = beforeAndAfter(one.photos).map((photo, index) => {
    const phase = photo.phase ?? 'note';
    const caption = t(`cases:phase.${phase === 'raised' && done ? 'before' : phase}`);
    const day = monthDay(photo.takenAt);
    const nth = t('photo.nth', { nth: index + 1, total: one.photos.length });
    return {
      id: photo.id,
      thumbnail: photoAddress(photo.id, 'thumbnail'),
      full: photoAddress(photo.id),
      caption,
      day,
      description: `${caption} ${day}, ${nth}`,
    };
  });
  const labels = {
    viewer: t('photo'),
    close: t('action.close'),
    previous: t('action.previous'),
    next: t('action.nextPhoto'),
  };
  return <PhotoStrip photos={shown} labels={labels} />;
}
