import type { BaseMap } from '../../../contract/maps.ts';
import type { Config } from '../../kernel/config.ts';

/** 矢量底图 and 矢量注记, in web Mercator. */
const layers = ['vec', 'cva'] as const;

/** The request of WMTS 1.0.0 as 天地图 documents it; its level, row and column are left for whoever draws. */
function addressOf(layer: string, url: string, key: string): string {
  const said = { SERVICE: 'WMTS', REQUEST: 'GetTile', VERSION: '1.0.0', LAYER: layer, STYLE: 'default' };
  const query = new URLSearchParams({ ...said, TILEMATRIXSET: 'w', FORMAT: 'tiles' });
  return `${url}/${layer}_w/wmts?${query}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`;
}

export function baseMapOf(tiles: Config['tiles']): BaseMap | null {
  if (!tiles) return null;
  const { key, url, notice, subdomains } = tiles;
  return { layers: layers.map((layer) => addressOf(layer, url, key)), subdomains, deepest: 18, notice };
}
