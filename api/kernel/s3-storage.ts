import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Storage, StoragePlace } from './storage.ts';
import { checkedKey } from './storage-key.ts';

/** Files in a bucket of any service that speaks S3, addressed by path because self-hosted ones have no name per bucket. */
export function openS3Storage(place: Extract<StoragePlace, { kind: 's3' }>): Storage {
  const client = new S3Client({
    endpoint: place.endpoint,
    region: place.region,
    credentials: { accessKeyId: place.accessKeyId, secretAccessKey: place.secretAccessKey },
    forcePathStyle: true,
    // Newer checksums than MD5 and SHA-256 are refused by many of the services that call themselves compatible.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
  });
  const at = (key: string) => ({ Bucket: place.bucket, Key: checkedKey(key) });

  return {
    async put(key, bytes, mime) {
      await client.send(
        new PutObjectCommand({ ...at(key), Body: bytes, ContentType: mime, ContentLength: bytes.length }),
      );
    },
    async get(key) {
      const answer = await present(() => client.send(new GetObjectCommand(at(key))));
      return (answer?.Body as Readable | undefined) ?? null;
    },
    async exists(key) {
      return (await present(() => client.send(new HeadObjectCommand(at(key))))) !== undefined;
    },
    async remove(key) {
      await present(() => client.send(new DeleteObjectCommand(at(key))));
    },
  };
}

/** Undefined when the object is not there. */
async function present<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
    throw error;
  }
}
