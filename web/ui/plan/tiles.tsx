import { useState } from 'react';
import { type Size, tilesIn, type View } from './projection.ts';

/** Pictures laid under a plan. */
export interface PlanTiles {
  /** Addresses with {s}, {z}, {x} and {y} in them, from the lowest layer up. */
  readonly layers: readonly string[];
  readonly subdomains: readonly string[];
  readonly deepest: number;
  /** Whose map it is, as its owner wants it said. */
  readonly notice: string;
}

/** A tile that does not come leaves its place empty; the plan above it stands as it would without any. */
export function Tiles({ tiles, view, size }: { tiles: PlanTiles; view: View; size: Size }) {
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set());
  return (
    <g className="plan-tiles">
      {tiles.layers.flatMap((layer) =>
        tilesIn(view, size, tiles.deepest).map(({ level, column, row, x, y, edge }) => {
          const address = layer
            .replace('{s}', tiles.subdomains[(column + row) % tiles.subdomains.length] ?? '')
            .replace('{z}', String(level))
            .replace('{x}', String(column))
            .replace('{y}', String(row));
          if (failed.has(address)) return null;
          return (
            <image
              key={address}
              href={address}
              x={x}
              y={y}
              // A hair more than its edge, or the ground shines through between two.
              width={edge + 0.5}
              height={edge + 0.5}
              preserveAspectRatio="none"
              onError={() => setFailed((all) => new Set(all).add(address))}
            />
          );
        }),
      )}
    </g>
  );
}
