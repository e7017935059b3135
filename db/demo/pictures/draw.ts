import fs from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { pile, pipe, roof, stairwell } from './indoors.ts';
import { type Motive, motives, phases } from './motives.ts';
import { bench, bikes, cars, lamp, road, rubbish, tree, wire } from './outdoors.ts';

// A program of its own: drawing SVG costs 80 MB that a server would never give back (measured).

const drawings: Readonly<Record<Motive, (after: boolean) => string>> = {
  ...{ stairwell, pipe, road, lamp, bench, bikes },
  ...{ roof, wire, pile, cars, rubbish, tree },
};

const [folder = '.'] = process.argv.slice(2);
for (const motive of motives) {
  for (const phase of phases) {
    const svg = Buffer.from(drawings[motive](phase === 'after'));
    const photo = await sharp(svg).jpeg({ quality: 82 }).toBuffer();
    await fs.writeFile(path.join(folder, `${motive}-${phase}.jpg`), photo);
  }
}
