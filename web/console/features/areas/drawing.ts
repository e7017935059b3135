import 'maplibre-gl/dist/maplibre-gl.css';
import {
  LngLatBounds,
  Map as MapLibreMap,
  Marker,
  NavigationControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
// A file of our own origin: the other way, a worker made from a blob, would need more of the content security policy.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { type GeoJSONStoreFeatures, TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Area, Boundary } from '../../../../contract/areas.ts';
import type { PlanTiles } from '../../../ui/plan/tiles.tsx';

setWorkerUrl(workerUrl);

type Neighbour = Pick<Area, 'id' | 'name' | 'boundary' | 'center'>;

interface DrawingWishes {
  readonly own: Boundary | null;
  readonly neighbours: readonly Neighbour[];
  readonly tiles: PlanTiles | undefined;
  /** The boundary as it is drawn now; undefined while there is none. */
  readonly onChange: (boundary: Boundary | undefined) => void;
}

export interface Drawing {
  /** Takes away what is drawn, to begin anew. */
  again(): void;
  close(): void;
}

const colour = { line: '#8c867f', fill: '#efedea', ground: '#f5f4f2', own: '#1d1b19' } as const;
/** Where a street without any boundary begins: China as a whole. */
const wholeCountry = new LngLatBounds([73, 18], [135, 54]);

const piecesOf = (boundary: Boundary) => (boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates);

/** A map in the box on which one boundary is drawn and its corners are pulled; undefined where the browser can draw no map. */
export function openDrawing(
  container: HTMLElement,
  { own, neighbours, tiles, onChange }: DrawingWishes,
): Drawing | undefined {
  const drawn = neighbours.filter(({ boundary }) => boundary !== null);
  const bounds = new LngLatBounds();
  for (const boundary of [own, ...drawn.map((one) => one.boundary)])
    for (const point of boundary ? piecesOf(boundary).flat(2) : []) bounds.extend(point);
  let map: MapLibreMap;
  try {
    map = new MapLibreMap({
      container,
      style: styleWith(tiles),
      bounds: bounds.isEmpty() ? wholeCountry : bounds,
      fitBoundsOptions: { padding: 32 },
      attributionControl: tiles ? { compact: false } : false,
      dragRotate: false,
      pitchWithRotate: false,
      // Nothing moves that could be still.
      fadeDuration: 0,
    });
  } catch {
    return undefined;
  }
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  // A tile that does not come leaves its place empty; unheard, each would be written to the console.
  map.on('error', () => undefined);
  map.on('load', () => showNeighbours(map, drawn, tiles ? 0.4 : 1));
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 7 }),
    modes: [
      new TerraDrawPolygonMode({
        styles: { fillColor: colour.own, fillOpacity: 0.08, outlineColor: colour.own, outlineWidth: 2 },
      }),
      new TerraDrawSelectMode({
        flags: {
          polygon: {
            feature: { draggable: false, coordinates: { midpoints: true, draggable: true, deletable: true } },
          },
        },
        styles: {
          selectedPolygonColor: colour.own,
          selectedPolygonFillOpacity: 0.08,
          selectedPolygonOutlineColor: colour.own,
          selectedPolygonOutlineWidth: 2,
          selectionPointColor: colour.own,
          midPointColor: colour.line,
        },
      }),
    ],
  });
  const report = () => onChange(boundaryOf(draw.getSnapshot()));
  map.on('style.load', () => {
    draw.start();
    if (own) {
      const pieces = piecesOf(own).map((coordinates) => ({
        type: 'Feature' as const,
        properties: { mode: 'polygon' },
        geometry: {
          type: 'Polygon' as const,
          coordinates: coordinates.map((ring) => ring.map(([lon, lat]) => [lon, lat])),
        },
      }));
      const [first] = draw.addFeatures(pieces as GeoJSONStoreFeatures[]);
      draw.setMode('select');
      if (first?.id !== undefined) draw.selectFeature(first.id);
    } else draw.setMode('polygon');
    draw.on('finish', (id) => {
      if (draw.getMode() === 'polygon') {
        draw.setMode('select');
        draw.selectFeature(id);
      }
      report();
    });
    draw.on('change', report);
  });
  return {
    again() {
      draw.clear();
      draw.setMode('polygon');
      onChange(undefined);
    },
    close() {
      if (draw.enabled) draw.stop();
      map.remove();
    },
  };
}

function styleWith(tiles: PlanTiles | undefined): StyleSpecification {
  const sources = (tiles?.layers ?? []).map((layer) => ({
    type: 'raster' as const,
    tiles: tiles?.subdomains.map((one) => layer.replace('{s}', one)) ?? [],
    tileSize: 256,
    maxzoom: tiles?.deepest ?? 18,
    attribution: tiles?.notice ?? '',
  }));
  return {
    version: 8,
    sources: Object.fromEntries(sources.map((source, at) => [`tiles-${at}`, source])),
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colour.ground } },
      ...sources.map((_, at) => ({ id: `tiles-${at}`, type: 'raster' as const, source: `tiles-${at}` })),
    ],
  };
}

function showNeighbours(map: MapLibreMap, neighbours: readonly Neighbour[], opacity: number): void {
  const features = neighbours.flatMap(({ boundary }) =>
    boundary ? [{ type: 'Feature' as const, properties: {}, geometry: boundary }] : [],
  );
  map.addSource('neighbours', { type: 'geojson', data: { type: 'FeatureCollection', features } });
  const [below] = map.getStyle().layers.filter(({ id }) => id.startsWith('td-'));
  map.addLayer(
    {
      id: 'neighbours',
      type: 'fill',
      source: 'neighbours',
      paint: { 'fill-color': colour.fill, 'fill-opacity': opacity },
    },
    below?.id,
  );
  map.addLayer({ id: 'edges', type: 'line', source: 'neighbours', paint: { 'line-color': colour.line } }, below?.id);
  for (const { name, center } of neighbours) {
    if (!center) continue;
    const element = document.createElement('span');
    element.className = 'boundary-name';
    element.textContent = name;
    new Marker({ element }).setLngLat([center.lon, center.lat]).addTo(map);
  }
}

function boundaryOf(snapshot: readonly GeoJSONStoreFeatures[]): Boundary | undefined {
  const pieces = snapshot.flatMap(({ geometry, properties }) =>
    geometry.type === 'Polygon' && properties.mode === 'polygon' && (geometry.coordinates[0]?.length ?? 0) > 3
      ? [geometry.coordinates as [number, number][][]]
      : [],
  );
  const [only] = pieces;
  if (!only) return undefined;
  return pieces.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: pieces };
}
