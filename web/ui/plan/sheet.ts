import { type Place, pixelOf, type Size, type Spot, spotOf, type View } from './projection.ts';

type Ring = readonly (readonly [number, number])[];

/** Something with an outline. */
export interface PlanShape {
  readonly id: string;
  readonly name: string;
  /** Outlines and holes in WGS-84, of one piece or several. */
  readonly rings: readonly Ring[];
  readonly middle: Place | null;
  /** 0 for what holds the others: drawn with a strong line, named while it is all there is room for. */
  readonly rank: number;
}

/** Something without one. */
export interface PlanMark {
  readonly id: string;
  readonly name: string;
  readonly at: Place;
}

/** A shape as it lies on the sheet. */
export interface Drawn extends Pick<PlanShape, 'id' | 'name' | 'rank'> {
  readonly path: string;
  readonly middle: Spot;
  readonly width: number;
}

// Paths are written in pixels of level 18 from a corner close by: browsers keep them in single precision, in which the whole earth has
// steps of two metres.
const level = 256 * 2 ** 18;

export interface Sheet {
  readonly corner: Spot;
  readonly shapes: readonly Drawn[];
}

export function drawSheet(shapes: readonly PlanShape[]): Sheet {
  const first = shapes[0]?.rings[0]?.[0] ?? [0, 0];
  const corner = spotOf({ lon: first[0], lat: first[1] });
  const local = ([lon, lat]: readonly [number, number]) => {
    const { x, y } = spotOf({ lon, lat });
    return { x: (x - corner.x) * level, y: (y - corner.y) * level };
  };
  return {
    corner,
    shapes: shapes
      .toSorted((a, b) => b.rank - a.rank)
      .map(({ id, name, rank, rings, middle }) => {
        const lines = rings.map((ring) => ring.map(local));
        const xs = lines.flat().map(({ x }) => x);
        const ys = lines.flat().map(({ y }) => y);
        const [west, east] = [Math.min(...xs), Math.max(...xs)];
        const centre = { x: (west + east) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
        return {
          ...{ id, name, rank },
          path: lines
            .map((line) => `M${line.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
            .join(''),
          middle: middle ? spotOf(middle) : { x: corner.x + centre.x / level, y: corner.y + centre.y / level },
          width: (east - west) / level,
        };
      }),
  };
}

export function transformOf({ corner }: Sheet, view: View, size: Size): string {
  const { x, y } = pixelOf(corner, view, size);
  return `translate(${x} ${y}) scale(${view.scale / level})`;
}

export const spotsOf = (shapes: readonly PlanShape[]): Spot[] =>
  shapes.flatMap(({ rings }) => rings.flat().map(([lon, lat]) => spotOf({ lon, lat })));

/** The shapes whose names have room now: those inside others as soon as they have it, and then not the ones around them. */
export function named({ shapes }: Sheet, view: View, letter: number): Drawn[] {
  const fits = ({ name, width }: Drawn) => width * view.scale > name.length * letter;
  const inner = shapes.filter((one) => one.rank > 0 && fits(one));
  return inner.length > 1 ? inner : shapes.filter((one) => one.rank === 0 && fits(one));
}

interface Label extends Spot {
  readonly id: string;
  readonly name: string;
}

/** Latin letters and digits are half as wide as characters. */
const widthOf = (name: string, letter: number) =>
  [...name].reduce((sum, one) => sum + (one > '\u02ff' ? 1 : 0.55), 0) * letter;

/** The labels, middles in pixels, that can be read without covering one before them; the first ones win. */
export function readable(labels: readonly Label[], letter: number): ReadonlySet<string> {
  const kept: Label[] = [];
  for (const one of labels) {
    const covers = (other: Label) =>
      Math.abs(one.x - other.x) < (widthOf(one.name, letter) + widthOf(other.name, letter)) / 2 + 4 &&
      Math.abs(one.y - other.y) < letter * 1.3;
    if (!kept.some(covers)) kept.push(one);
  }
  return new Set(kept.map(({ id }) => id));
}
