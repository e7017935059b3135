import { useState } from 'react';
import { PhotoViewer, type ViewerLabels } from './photo-viewer.tsx';

export interface ShownPhoto {
  readonly id: string;
  readonly thumbnail: string;
  readonly full: string;
  /** 处理前 */
  readonly caption: string;
  /** 11月9日 */
  readonly day: string;
  /** Read aloud instead of the picture. */
  readonly description: string;
}

/** Photos side by side with caption and day; a tap opens them large. */
export function PhotoStrip({ photos, labels }: { photos: readonly ShownPhoto[]; labels: ViewerLabels }) {
  const [open, setOpen] = useState<number>();
  return (
    <>
      <div className="photo-strip">
        {photos.map((photo, index) => (
          <figure key={photo.id}>
            <button type="button" onClick={() => setOpen(index)} aria-label={photo.description}>
              <img src={photo.thumbnail} alt="" loading="lazy" decoding="async" />
            </button>
            <figcaption>
              <b>{photo.caption}</b>
              {photo.day}
            </figcaption>
          </figure>
        ))}
      </div>
      {open !== undefined && (
        <PhotoViewer photos={photos} start={open} labels={labels} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
