import type { Readable } from 'node:stream';
import { openLocalStorage } from './local-storage.ts';

/** Where the bytes of files lie. Keys look like `<tenant>/2026/11/<uuid>.jpg`. */
export interface Storage {
  /** Returns when the bytes are safely kept; putting the same key again replaces them. */
  put(key: string, bytes: Buffer, mime: string): Promise<void>;
  /** Null when there is nothing under the key. */
  get(key: string): Promise<Readable | null>;
  exists(key: string): Promise<boolean>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
}

export type StoragePlace =
  | { kind: 'local'; folder: string }
  | {
      kind: 's3';
      endpoint: string;
      bucket: string;
      region: string;
      accessKeyId: string;
      secretAccessKey: string;
    };

/** The S3 client is loaded only where it is used: it takes 30 MB. */
export async function openStorage(place: StoragePlace): Promise<Storage> {
  if (place.kind === 'local') return openLocalStorage(place.folder);
  const { openS3Storage } = await import('./s3-storage.ts');
  return openS3Storage(place);
}
