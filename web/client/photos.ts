import type { Photo } from '../../contract/photos.ts';
import type { ProblemBody } from '../../contract/wire.ts';
import { address } from './address.ts';
import { newKey } from './keys.ts';
import { currentLanguage } from './language.ts';
import { OfflineError, ProblemError } from './problem.ts';

export const photoAddress = (id: string, size: 'full' | 'thumbnail' = 'full') => address(`/photos/${id}`, { size });

export interface UploadOptions {
  /** Called with the share sent so far, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** Sends one photo. XMLHttpRequest, because fetch still reports no upload progress. Throws ProblemError or OfflineError. */
export function uploadPhoto(photo: Blob, { onProgress, idempotencyKey, signal }: UploadOptions = {}): Promise<Photo> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address('/photos'));
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.setRequestHeader('Idempotency-Key', idempotencyKey ?? newKey());
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total);
    request.onerror = () => reject(new OfflineError());
    request.onabort = () => reject(new OfflineError());
    request.onload = () => {
      const ok = request.status >= 200 && request.status < 300;
      if (ok) resolve(JSON.parse(request.responseText) as Photo);
      else reject(new ProblemError(problemOf(request)));
    };
    signal?.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('photo', photo, photo instanceof File ? photo.name : 'photo.jpg');
    request.send(form);
  });
}

function problemOf(request: XMLHttpRequest): ProblemBody {
  if (request.getResponseHeader('content-type')?.includes('json')) return JSON.parse(request.responseText);
  return { type: 'about:blank', status: request.status, code: 'server.failed', title: request.statusText };
}
