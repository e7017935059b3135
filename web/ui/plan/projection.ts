/** A place on earth in WGS-84, degrees. */
export interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** A place on the sheet: web Mercator, the whole earth 1 wide, from the north-west. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export function spotOf({ lon, lat }: Place): Spot {
  const sine = Math.sin((lat * Math.PI) / 180);
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

export function placeOf({ x, y }: Spot): Place {
  return { lon: (x - 0.5) * 360, lat: (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI };
}

/** What is seen: the middle of the window, and how many pixels wide the whole earth would be. */
export interface View {
  readonly middle: Spot;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A tile of 256 pixels at level 19 or so: closer than a house fills the window. */
const closest = 256 * 2 ** 20;
const farthest = 256 * 2 ** 8;
/** No closer at first: a house among its neighbours. */
const closestFirst = 256 * 2 ** 18;
const within = (scale: number) => Math.min(closest, Math.max(farthest, scale));

/** Pixels from the upper left corner of the window. */
export function pixelOf({ x, y }: Spot, { middle, scale }: View, { width, height }: Size): Spot {
  return { x: (x - middle.x) * scale + width / 2, y: (y - middle.y) * scale + height / 2 };
}

export function spotAt(pixel: Spot, { middle, scale }: View, { width, height }: Size): Spot {
  return { x: middle.x + (pixel.x - width / 2) / scale, y: middle.y + (pixel.y - height / 2) / scale };
}

/** Shows everything given, with some room around it; undefined where there is nothing. */
export function viewOf(spots: readonly Spot[], { width, height }: Size, room = 24): View | undefined {
  if (spots.length === 0) return undefined;
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const across = Math.max(width - 2 * room, 1) / Math.max(east - west, 1e-12);
  const down = Math.max(height - 2 * room, 1) / Math.max(south - north, 1e-12);
  return {
    middle: { x: (west + east) / 2, y: (north + south) / 2 },
    scale: within(Math.min(across, down, closestFirst)),
  };
}

/** Comes closer by a factor, or goes farther, and keeps what is under the pixel where it is. */
export function zoomed(view: View, factor: number, pixel: Spot, size: Size): View {
  const scale = within(view.scale * factor);
  const kept = spotAt(pixel, view, size);
  const middle = { x: kept.x - (pixel.x - size.width / 2) / scale, y: kept.y - (pixel.y - size.height / 2) / scale };
  return { middle, scale };
}

export function moved({ middle, scale }: View, right: number, down: number): View {
  return { middle: { x: middle.x - right / scale, y: middle.y - down / scale }, scale };
}

/** The view, moved as little as brings a spot inside the window. */
export function bringing(spot: Spot, view: View, size: Size, room = 32): View {
  const { x, y } = pixelOf(spot, view, size);
  const over = (at: number, end: number) => Math.min(0, end - room - at) + Math.max(0, room - at);
  return moved(view, over(x, size.width), over(y, size.height));
}

export interface Tile extends Spot {
  /** Level of the pyramid, column and row. */
  readonly level: number;
  readonly column: number;
  readonly row: number;
  /** Edge in pixels. */
  readonly edge: number;
}

/** The tiles that fill the window, at the level whose pixels come nearest to those of the screen. */
export function tilesIn(view: View, size: Size, deepest: number): Tile[] {
  const level = Math.min(deepest, Math.max(1, Math.round(Math.log2(view.scale / 256))));
  const count = 2 ** level;
  const edge = view.scale / count;
  const [first, last] = [spotAt({ x: 0, y: 0 }, view, size), spotAt({ x: size.width, y: size.height }, view, size)];
  const tiles: Tile[] = [];
  for (let row = Math.floor(first.y * count); row <= Math.floor(last.y * count); row++)
    for (let column = Math.floor(first.x * count); column <= Math.floor(last.x * count); column++)
      if (row >= 0 && row < count && column >= 0 && column < count)
        tiles.push({ level, column, row, edge, ...pixelOf({ x: column / count, y: row / count }, view, size) });
  return tiles;
}
