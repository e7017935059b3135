import sharp from 'sharp';
import { uuidv7 } from 'uuidv7';
import { discardImage, recordImage, type StoredImage, storeImage } from '../../../api/kernel/files.ts';
import type { World } from '../../../api/kernel/world.ts';
import type { Photograph } from '../play.ts';
import { pile, pipe, roof, stairwell } from './indoors.ts';
import { type Motive, motives } from './motives.ts';
import { bench, bikes, cars, lamp, road, rubbish, tree, wire } from './outdoors.ts';

const drawings: Readonly<Record<Motive, (after: boolean) => string>> = {
  ...{ stairwell, pipe, road, lamp, bench, bikes },
  ...{ roof, wire, pile, cars, rubbish, tree },
};

export interface Album {
  photograph: Photograph;
  /** Takes the bytes away again when nothing came of the demonstration. */
  discard(): Promise<void>;
}

/** Draws every motive before and after as a photo of 1200 × 900 and keeps it once; each case then gets a row of its own for it. */
export async function openAlbum(world: World, tenantId: string): Promise<Album> {
  const kept = new Map<string, StoredImage>();
  for (const motive of motives) {
    const both = ['before', 'after'].map(async (phase) => {
      const svg = Buffer.from(drawings[motive](phase === 'after'));
      const photo = await sharp(svg).jpeg({ quality: 82 }).toBuffer();
      kept.set(`${motive} ${phase}`, await storeImage(world.storage, world.clock, tenantId, photo));
    });
    await Promise.all(both);
  }
  return {
    photograph(tx, { story, pictured }, phase, at) {
      const image = pictured && story.motive ? kept.get(`${story.motive} ${phase}`) : undefined;
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
