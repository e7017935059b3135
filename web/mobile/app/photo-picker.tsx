import { useId, useRef } from 'react';
import type { DraftPhoto } from '../../client/drafts.ts';
import { useWords } from '../../client/i18n/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { PickedPhoto } from './picked-photo.tsx';
import { usePhotoSending } from './use-photo-sending.ts';

/** As many photos as one step of a request may carry. */
export const mostPhotos = 9;

interface PhotoPickerProps {
  readonly label: string;
  readonly photos: readonly DraftPhoto[];
  readonly onChange: (change: (photos: readonly DraftPhoto[]) => readonly DraftPhoto[]) => void;
  /** Large target for the first photo, where the photo comes first. */
  readonly large?: boolean;
}

/** Camera or gallery; every photo is shown at once and sent while the person goes on writing. */
export function PhotoPicker({ label, photos, onChange, large = false }: PhotoPickerProps) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const sending = usePhotoSending(photos, onChange);
  const full = photos.length >= mostPhotos;
  const first = large && photos.length === 0;
  return (
    <section className="photos" aria-label={label}>
      <ul className="photo-grid">
        {photos.map((photo, index) => (
          <PickedPhoto
            key={photo.id}
            photo={photo}
            name={t('photo.nth', { nth: index + 1, total: photos.length })}
            standing={sending.standing(photo)}
            onRetry={() => void sending.send(photo)}
            onRemove={() => sending.remove(photo)}
          />
        ))}
        {!full && (
          <li className={first ? 'add is-first' : 'add'}>
            <label htmlFor={inputId}>
              <Icon name="camera" />
              <span>{t(first ? 'mobile:photo.first' : 'mobile:photo.add')}</span>
              {first && <small>{t('mobile:photo.hint', { count: mostPhotos })}</small>}
            </label>
          </li>
        )}
      </ul>
      <input
        ref={input}
        id={inputId}
        className="visually-hidden"
        type="file"
        accept="image/*"
        multiple
        disabled={full}
        onKeyDown={(event) => {
          // The browser would send the form that the photo belongs to.
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.currentTarget.click();
        }}
        onChange={async ({ currentTarget }) => {
          const chosen = Array.from(currentTarget.files ?? []).slice(0, mostPhotos - photos.length);
          await sending.add(chosen);
          if (input.current) input.current.value = '';
        }}
      />
    </section>
  );
}
