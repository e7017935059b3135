import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { discardImage, recordImage, type StoredImage, storeImage } from '../../../api/kernel/files.ts';
import type { World } from '../../../api/kernel/world.ts';
import type { Photograph } from '../play.ts';
import { motives, phases } from './motives.ts';

const run = promisify(execFile);

export interface Album {
  photograph: Photograph;
  /** Takes the bytes away again when nothing came of the demonstration. */
  discard(): Promise<void>;
}

/** Draws every motive before and after as a photo of 1200 × 900 and keeps it once; each case then gets a row of its own for it. */
export async function openAlbum(world: World, tenantId: string): Promise<Album> {
  const kept = new Map<string, StoredImage>();
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'linju-album-'));
  try {
    await run(process.execPath, [path.join(import.meta.dirname, 'draw.ts'), folder]);
    for (const name of motives.flatMap((motive) => phases.map((phase) => `${motive}-${phase}`))) {
      const photo = await fs.readFile(path.join(folder, `${name}.jpg`));
      kept.set(name, await storeImage(world.storage, world.clock, tenantId, photo));
    }
  } finally {
    await fs.rm(folder, { recursive: true });
  }
  return {
    photograph(tx, { story, pictured }, phase, at) {
      const image = pictured && story.motive ? kept.get(`${story.motive}-${phase}`) : undefined;
      if (!image) return [];
      const id = uuidv7();
      recordImage(tx, { ...image, id, createdAt: at.toISOString() });
      return [id];
    },
    async discard() {
      for (const image of kept.values()) await discardImage(world.storage, image);
    },
  };
}
