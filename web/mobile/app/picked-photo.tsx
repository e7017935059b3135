import { useEffect, useState } from 'react';
import type { DraftPhoto } from '../../client/drafts.ts';
import { useWords } from '../../client/i18n/use-words.ts';
import { photoAddress } from '../../client/photos.ts';
import { keptPicture } from '../../client/send-photo.ts';
import { Icon } from '../../ui/icon.tsx';
import type { PhotoStanding } from './use-photo-sending.ts';

interface PickedPhotoProps {
  readonly photo: DraftPhoto;
  readonly name: string;
  readonly standing: PhotoStanding;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}

/** One chosen photo with how far it has been sent. */
export function PickedPhoto({ photo, name, standing, onRetry, onRemove }: PickedPhotoProps) {
  const t = useWords();
  const source = usePicture(photo);
  return (
    <li className="picked">
      {source && <img src={source} alt={name} />}
      {standing.at === 'sending' && (
        <progress max={1} value={standing.share} aria-label={t('mobile:photo.sending', { name })} />
      )}
      {(standing.at === 'stored' || standing.at === 'refused') && (
        <button type="button" className="again" onClick={onRetry}>
          <Icon name={standing.at === 'refused' ? 'danger' : 'stored'} />
          {standing.at === 'refused' ? standing.why : t('mobile:photo.stored')}
        </button>
      )}
      <button type="button" className="remove" aria-label={t('mobile:photo.remove', { name })} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </li>
  );
}

/** The picture from this device, or from the server when only that still has it. */
function usePicture(photo: DraftPhoto): string | undefined {
  const [source, setSource] = useState<string>();
  const { id, photoId } = photo;
  useEffect(() => {
    let address: string | undefined;
    let left = false;
    void keptPicture({ id, photoId }).then((picture) => {
      if (left) return;
      address = picture ? URL.createObjectURL(picture) : undefined;
      setSource(address ?? (photoId ? photoAddress(photoId, 'thumbnail') : undefined));
    });
    return () => {
      left = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [id, photoId]);
  return source;
}
