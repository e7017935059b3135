import { crc32, deflateRawSync } from 'node:zlib';

/** `claim` is what the directory says of the unpacked size. */
export interface ArchivePart {
  name: string;
  packed: Buffer;
  claim: number;
  sum: number;
}

export function archivePart(name: string, content: string | Buffer, claim?: number): ArchivePart {
  const bytes = Buffer.from(content);
  return { name, packed: deflateRawSync(bytes), claim: claim ?? bytes.length, sum: crc32(bytes) };
}

/** A ZIP of deflated parts, honest or not. */
export function archiveOf(parts: readonly ArchivePart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const label = Buffer.from(part.name);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(part.sum, 0);
    sizes.writeUInt32LE(part.packed.length, 4);
    sizes.writeUInt32LE(part.claim, 8);
    const method = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0]);
    const length = Buffer.from([label.length, 0]);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), method, sizes, length, Buffer.alloc(2), label, part.packed]);
    const at = Buffer.alloc(14);
    at.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), method, sizes, length, Buffer.alloc(2), at, label);
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, list, Buffer.from('PK\x05\x06'), end]);
}
