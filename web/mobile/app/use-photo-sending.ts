import { useCallback, useEffect, useRef, useState } from 'react';
import { discard } from '../../client/device-store.ts';
import type { DraftPhoto } from '../../client/drafts.ts';
import { ProblemError } from '../../client/problem.ts';
import { keepPhoto, sendPhoto } from '../../client/send-photo.ts';
import { useFailureText } from './answers.tsx';

/** `sending` with the share sent (0 to 1); `stored` waits on the phone for a network; `refused` will never be taken. */
export type PhotoStanding =
  | { readonly at: 'sending'; readonly share: number }
  | { readonly at: 'stored' }
  | { readonly at: 'sent' }
  | { readonly at: 'refused'; readonly why: string };

type Change = (change: (photos: readonly DraftPhoto[]) => readonly DraftPhoto[]) => void;

/** Sends chosen photos in the background, each once, and says how each stands. */
export function usePhotoSending(photos: readonly DraftPhoto[], onChange: Change) {
  const failureText = useFailureText();
  const [standings, setStandings] = useState<Readonly<Record<string, PhotoStanding>>>({});
  const started = useRef(new Set<string>());
  const stand = useCallback((id: string, standing: PhotoStanding) => {
    setStandings((before) => ({ ...before, [id]: standing }));
  }, []);
  const words = useRef(failureText);
  words.current = failureText;

  const send = useCallback(
    async (photo: DraftPhoto) => {
      started.current.add(photo.id);
      stand(photo.id, { at: 'sending', share: 0 });
      try {
        const sent = await sendPhoto(photo, (share) => stand(photo.id, { at: 'sending', share }));
        onChange((all) => all.map((one) => (one.id === sent.id ? sent : one)));
        stand(photo.id, { at: 'sent' });
      } catch (error) {
        const refused = error instanceof ProblemError && error.status < 500 && error.status !== 401;
        stand(photo.id, refused ? { at: 'refused', why: words.current(error) } : { at: 'stored' });
      }
    },
    [onChange, stand],
  );

  useEffect(() => {
    for (const photo of photos) if (!photo.photoId && !started.current.has(photo.id)) void send(photo);
  }, [photos, send]);

  return {
    send,
    standing: (photo: DraftPhoto): PhotoStanding =>
      photo.photoId ? { at: 'sent' } : (standings[photo.id] ?? { at: 'sending', share: 0 }),
    add: async (pictures: readonly Blob[]) => {
      const kept = await Promise.all(pictures.map(keepPhoto));
      onChange((all) => [...all, ...kept]);
    },
    remove: (photo: DraftPhoto) => {
      onChange((all) => all.filter((one) => one.id !== photo.id));
      void discard('photos', photo.id);
    },
  };
}
