import { describe, expect, it } from 'vitest';
import { readConfig } from '../../kernel/config.ts';
import { contentSecurityPolicy } from '../../kernel/security.ts';
import { baseMapOf } from './rules.ts';

const key = '0123456789abcdef0123456789abcdef';
const configOf = (more: Record<string, string> = {}) => readConfig({ LINJU_DATA: '/data', ...more });

describe('the tiles of a street', () => {
  it('are none without a key, and then no picture may come from elsewhere', () => {
    const config = configOf();
    expect(baseMapOf(config.tiles)).toBeNull();
    expect(contentSecurityPolicy(config)).toContain("img-src 'self' data: blob:;");
    expect(contentSecurityPolicy(config)).toContain("connect-src 'self';");
  });

  it.each([
    ['LINJU_TIANDITU_KEY', 'a key with spaces'],
    ['LINJU_TIANDITU_KEY', 'x&REQUEST=GetMap'],
    ['LINJU_TIANDITU_URL', 'ftp://tiles.example.cn'],
    ['LINJU_TIANDITU_URL', "https://tiles.example.cn; script-src 'unsafe-inline'"],
    ['LINJU_TIANDITU_URL', 'https://{s}.{s}.example.cn'],
  ])('refuse %s as %s', (name, value) => {
    expect(() => configOf({ [name]: value })).toThrow(name);
  });

  it('are asked of 天地图 as it documents the request, layer by layer', () => {
    const map = baseMapOf(configOf({ LINJU_TIANDITU_KEY: key }).tiles);
    expect(map?.layers[0]).toBe(
      `https://t{s}.tianditu.gov.cn/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`,
    );
    expect(map?.layers[1]).toContain('/cva_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=cva&');
    expect(map).toMatchObject({ subdomains: ['0', '1', '2', '3', '4', '5', '6', '7'], deepest: 18 });
    expect(map?.notice).toContain('天地图');
  });

  it('open the policy to its eight servers and to nothing else', () => {
    const policy = contentSecurityPolicy(configOf({ LINJU_TIANDITU_KEY: key }));
    const hosts = Array.from({ length: 8 }, (_, at) => `https://t${at}.tianditu.gov.cn`).join(' ');
    expect(policy).toContain(`img-src 'self' data: blob: ${hosts};`);
    expect(policy).toContain(`connect-src 'self' ${hosts};`);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain(key);
  });
});
