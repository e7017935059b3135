import { createHash, createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { type CipherName, cipherByMark, ciphers, deriveKey } from './ciphers.ts';

export interface Secrets {
  /** Encrypts personal text. `purpose` names the field ("person.phone"); the same purpose is needed to read it back. */
  encrypt(text: string, purpose: string): Buffer;
  /** @throws when the bytes were altered, belong to another purpose, or were written under a secret no longer in the file. */
  decrypt(sealed: Buffer, purpose: string): string;
  /** 16 bytes that are equal for equal text and purpose: lets an encrypted field be looked up exactly. */
  blindIndex(text: string, purpose: string): Buffer;
  /** A 32-byte key for another use (signing cursors, hashing sessions), one per purpose. */
  derive(purpose: string): Buffer;
}

interface Secret {
  keyId: Buffer;
  bytes: Buffer;
}

const secretBytes = 32;
const keyIdBytes = 4;

/** Writes a file with one fresh secret, readable by its owner alone. Never overwrites. */
export function createSecretFile(path: string): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    writeSync(descriptor, `${randomBytes(secretBytes).toString('base64')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Opens the secret file: one base64 secret of at least 32 bytes per line. To rotate, put a new line on top: it encrypts from then on,
 * the lines below still decrypt. Blind indexes and derived keys keep to the lowest line, so lookups survive a rotation.
 */
export function openSecrets(secretFile: string, cipherName: CipherName): Secrets {
  const secrets = readSecrets(secretFile);
  const newest = secrets[0] as Secret;
  const oldest = secrets[secrets.length - 1] as Secret;
  const writer = ciphers[cipherName];

  return {
    encrypt(text, purpose) {
      const header = Buffer.concat([Buffer.of(writer.mark), newest.keyId]);
      return Buffer.concat([header, writer.seal(newest.bytes, purpose, Buffer.from(text, 'utf8'), header)]);
    },
    decrypt(sealed, purpose) {
      const cipher = cipherByMark(sealed[0]);
      const header = sealed.subarray(0, 1 + keyIdBytes);
      const secret = secrets.find(({ keyId }) => keyId.equals(header.subarray(1)));
      if (!secret) throw new Error('Encrypted under a secret that is not in the secret file');
      return cipher.open(secret.bytes, purpose, sealed.subarray(header.length), header).toString('utf8');
    },
    blindIndex(text, purpose) {
      const key = deriveKey(writer.hash, oldest.bytes, `index/${purpose}`, 32);
      return createHmac(writer.hash, key).update(text, 'utf8').digest().subarray(0, 16);
    },
    derive(purpose) {
      return deriveKey(writer.hash, oldest.bytes, `derive/${purpose}`, 32).export();
    },
  };
}

function readSecrets(path: string): Secret[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new Error(`The secret file ${path} is empty`);
  return lines.map((line, index) => {
    const bytes = Buffer.from(line.trim(), 'base64');
    if (bytes.length < secretBytes)
      throw new Error(`Line ${index + 1} of ${path} holds fewer than ${secretBytes} bytes of base64`);
    return { bytes, keyId: createHash('sha256').update('linju/key-id').update(bytes).digest().subarray(0, keyIdBytes) };
  });
}
