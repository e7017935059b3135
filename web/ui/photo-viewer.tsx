import { useEffect, useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import type { ShownPhoto } from './photo-strip.tsx';

export interface ViewerLabels {
  readonly viewer: string;
  readonly close: string;
  readonly previous: string;
  readonly next: string;
}

interface ViewerProps {
  readonly photos: readonly ShownPhoto[];
  readonly start: number;
  readonly labels: ViewerLabels;
  readonly onClose: () => void;
}

/** Photos over the whole screen: swipe, arrow keys, pinch; Escape or a tap closes and the focus returns where it was. */
export function PhotoViewer({ photos, start, labels, onClose }: ViewerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const [index, setIndex] = useState(start);
  useEffect(() => {
    dialog.current?.showModal();
    track.current?.scrollTo({ left: track.current.clientWidth * start });
  }, [start]);
  const go = (to: number) => {
    const width = track.current?.clientWidth ?? 0;
    track.current?.scrollTo({ left: width * to, behavior: 'smooth' });
  };
  const shown = photos[index];
  return (
    <dialog
      ref={dialog}
      className="photo-viewer"
      aria-label={labels.viewer}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') go(index - 1);
        if (event.key === 'ArrowRight') go(index + 1);
      }}
    >
      <div
        ref={track}
        className="track-x"
        onScroll={({ currentTarget: { scrollLeft, clientWidth } }) => setIndex(Math.round(scrollLeft / clientWidth))}
      >
        {photos.map((photo) => (
          <button key={photo.id} type="button" className="frame" onClick={() => dialog.current?.close()}>
            <img src={photo.full} alt={photo.description} />
          </button>
        ))}
      </div>
      <button type="button" className="round close" aria-label={labels.close} onClick={() => dialog.current?.close()}>
        <Icon name="close" />
      </button>
      {index > 0 && (
        <button type="button" className="round previous" aria-label={labels.previous} onClick={() => go(index - 1)}>
          <Icon name="back" />
        </button>
      )}
      {index < photos.length - 1 && (
        <button type="button" className="round next" aria-label={labels.next} onClick={() => go(index + 1)}>
          <Icon name="forward" />
        </button>
      )}
      <p aria-live="polite">
        <b>{shown?.caption}</b> {shown?.day} <span className="nw">{`${index + 1} / ${photos.length}`}</span>
      </p>
    </dialog>
  );
}
