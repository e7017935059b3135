import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

export type CipherName = 'aes' | 'sm4';

interface Cipher {
  /** First byte of everything this cipher wrote, so that both kinds can stand side by side in one column. */
  mark: number;
  hash: 'sha256' | 'sm3';
  seal(secret: Buffer, purpose: string, plain: Buffer, header: Buffer): Buffer;
  open(secret: Buffer, purpose: string, sealed: Buffer, header: Buffer): Buffer;
}

const tagBytes = 16;
const macBytes = 32;

const aes: Cipher = {
  mark: 1,
  hash: 'sha256',
  seal(secret, purpose, plain, header) {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', deriveKey('sha256', secret, `aes/${purpose}`, 32), iv);
    cipher.setAAD(bound(header, purpose));
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  open(secret, purpose, sealed, header) {
    if (sealed.length < 12 + tagBytes) throw new Error('Encrypted text is cut short');
    const key = deriveKey('sha256', secret, `aes/${purpose}`, 32);
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: tagBytes });
    decipher.setAAD(bound(header, purpose));
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(12, -tagBytes)), decipher.final()]);
  },
};

/** SM4 in counter mode, then HMAC-SM3 over everything: Node's OpenSSL has no SM4-GCM. */
const sm4: Cipher = {
  mark: 2,
  hash: 'sm3',
  seal(secret, purpose, plain, header) {
    const iv = randomBytes(16);
    const cipher = createCipheriv('sm4-ctr', deriveKey('sm3', secret, `sm4/${purpose}`, 16), iv);
    const body = Buffer.concat([iv, cipher.update(plain), cipher.final()]);
    return Buffer.concat([body, sm4Mac(secret, purpose, body, header)]);
  },
  open(secret, purpose, sealed, header) {
    if (sealed.length < 16 + macBytes) throw new Error('Encrypted text is cut short');
    const body = sealed.subarray(0, -macBytes);
    if (!timingSafeEqual(sealed.subarray(-macBytes), sm4Mac(secret, purpose, body, header))) {
      throw new Error('Encrypted text was altered or belongs to another purpose');
    }
    const decipher = createDecipheriv('sm4-ctr', deriveKey('sm3', secret, `sm4/${purpose}`, 16), body.subarray(0, 16));
    return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()]);
  },
};

export const ciphers: Record<CipherName, Cipher> = { aes, sm4 };

export function cipherByMark(mark: number | undefined): Cipher {
  const cipher = Object.values(ciphers).find((candidate) => candidate.mark === mark);
  if (!cipher) throw new Error(`No cipher writes the mark ${mark}`);
  return cipher;
}

// A handful of secrets and uses: deriving the key anew for each field took longer than the field itself.
const derived = new WeakMap<Buffer, Map<string, KeyObject>>();

/** HKDF: one independent key per secret, use and purpose. */
export function deriveKey(hash: Cipher['hash'], secret: Buffer, use: string, bytes: number): KeyObject {
  const keys = derived.get(secret) ?? new Map<string, KeyObject>();
  derived.set(secret, keys);
  const name = `${hash}/${bytes}/${use}`;
  const known = keys.get(name);
  if (known) return known;
  const key = createSecretKey(Buffer.from(hkdfSync(hash, secret, 'linju', `linju/1/${use}`, bytes)));
  keys.set(name, key);
  return key;
}

function sm4Mac(secret: Buffer, purpose: string, body: Buffer, header: Buffer): Buffer {
  const key = deriveKey('sm3', secret, `sm4-mac/${purpose}`, macBytes);
  return createHmac('sm3', key).update(bound(header, purpose)).update(body).digest();
}

/** The length goes first, so that no purpose can run over into the text that follows it. */
function bound(header: Buffer, purpose: string): Buffer {
  const name = Buffer.from(purpose, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(name.length);
  return Buffer.concat([header, length, name]);
}
