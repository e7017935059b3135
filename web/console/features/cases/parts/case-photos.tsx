import type { Photo } from '../../../../../contract/photos.ts';
import { when } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { photoAddress } from '../../../../client/photos.ts';
import { PhotoStrip } from '../../../../ui/photo-strip.tsx';

/** Photos in the order of the work: as raised, under way, after it. */
export function CasePhotos({ photos }: { photos: readonly Photo[] }) {
  const t = useWords();
  if (photos.length === 0) return null;
  const labels = {
    viewer: t('common:photo'),
    close: t('common:action.close'),
    previous: t('common:action.previous'),
    next: t('common:action.nextPhoto'),
  };
  const shown = photos.map((photo, index) => ({
    id: photo.id,
    thumbnail: photoAddress(photo.id, 'thumbnail'),
    full: photoAddress(photo.id),
    caption: t(`cases:phase.${photo.phase ?? 'raised'}`),
    day: when(photo.takenAt),
    description: t('common:photo.nth', { nth: index + 1, total: photos.length }),
  }));
  return <PhotoStrip photos={shown} labels={labels} />;
}
