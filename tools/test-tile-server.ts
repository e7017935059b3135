import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';

export interface AskedTile {
  layer: string;
  level: number;
  column: number;
  row: number;
  referer: string | undefined;
}

export interface TestTileServer {
  url: string;
  /** What was asked for and given. */
  asked: AskedTile[];
  /** What was asked in another way than the service documents, as it came. */
  wrong: string[];
  /** From now on nothing is given any more. */
  fail(): void;
  close(): Promise<void>;
}

const fixed = {
  SERVICE: 'WMTS',
  REQUEST: 'GetTile',
  VERSION: '1.0.0',
  STYLE: 'default',
  TILEMATRIXSET: 'w',
  FORMAT: 'tiles',
};

/** A map service that takes the request 天地图 documents for its layers in web Mercator, and no other. */
export async function openTestTileServer(key: string): Promise<TestTileServer> {
  const asked: AskedTile[] = [];
  const wrong: string[] = [];
  let broken = false;
  const pictures = new Map<string, Buffer>();
  for (const [layer, colour] of [
    ['vec', '#e3ecd9'],
    ['cva', '#00000000'],
  ] as const) {
    const words =
      layer === 'cva'
        ? '<text x="40" y="130" font-size="22">天地图</text>'
        : '<rect width="255" height="255" fill="none" stroke="#b9c7a6"/>';
    const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256">${words}</svg>`);
    const ground = sharp({ create: { width: 256, height: 256, channels: 4, background: colour } });
    pictures.set(
      layer,
      await ground
        .composite([{ input: svg }])
        .png()
        .toBuffer(),
    );
  }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://tiles');
    const layer = /^\/(vec|cva)_w\/wmts$/.exec(pathname)?.[1] ?? '';
    const [level = Number.NaN, column = Number.NaN, row = Number.NaN] = ['TILEMATRIX', 'TILECOL', 'TILEROW'].map(
      (name) => Number(searchParams.get(name) ?? Number.NaN),
    );
    const good =
      Object.entries(fixed).every(([name, value]) => searchParams.get(name) === value) &&
      searchParams.get('LAYER') === layer &&
      [column, row].every((one) => Number.isInteger(one) && one >= 0 && one < 2 ** level) &&
      level >= 1 &&
      level <= 18;
    response.setHeader('access-control-allow-origin', '*');
    if (!good) wrong.push(request.url ?? '');
    if (searchParams.get('tk') !== key) return void response.writeHead(403).end();
    if (!good) return void response.writeHead(400).end();
    asked.push({ layer, level, column, row, referer: request.headers.referer });
    if (broken) return void response.writeHead(500).end();
    response.writeHead(200, { 'content-type': 'image/png' }).end(pictures.get(layer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    wrong,
    fail() {
      broken = true;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
