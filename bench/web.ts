import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { getChromium } from '../tools/chromium.mjs';
import { atMost, type Figure, median } from './figure.ts';
import { openStage } from './stage.ts';

interface FirstLoad {
  /** kB of JavaScript, gzip. */
  script: number;
  /** Largest contentful paint, seconds. */
  painted: number;
}

// "Slow 4G" of Lighthouse: 150 ms there and back, 1,638 kbit/s down, 750 up.
const slow4g = { offline: false, latency: 150, downloadThroughput: (1_638_400 / 8) | 0, uploadThroughput: 750_000 / 8 };
const slowdown = 4;
const rounds = 3;

/** P7: the first load of both faces by somebody signed in, on slow 4G and a processor four times slower. */
export async function benchWeb(): Promise<Figure[]> {
  const stage = await openStage(1_000);
  const browser = await chromium.launch({ executablePath: getChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  const address = `http://127.0.0.1:${stage.server.port}`;
  try {
    const mobile = await loads(browser, `${address}/`, stage.people.residents[0]!.token, { width: 390, height: 844 });
    const desk = await loads(browser, `${address}/console/`, stage.people.staff[0]!.token, {
      width: 1440,
      height: 900,
    });
    const reference = `slow 4G, processor ÷ ${slowdown}, nothing kept, median of ${rounds}`;
    return [
      atMost(
        'P7',
        'resident face, JavaScript of the first load',
        median(mobile.map(({ script }) => script)),
        150,
        'kB gzip',
        '/',
      ),
      atMost('P7', 'resident face, largest paint', median(mobile.map(({ painted }) => painted)), 2, 's', reference),
      atMost('P7', 'console, largest paint', median(desk.map(({ painted }) => painted)), 2.5, 's', reference),
    ];
  } finally {
    await browser.close();
    await stage.close();
  }
}

async function loads(
  browser: Browser,
  url: string,
  token: string,
  viewport: { width: number; height: number },
): Promise<FirstLoad[]> {
  const all: FirstLoad[] = [];
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({ viewport, locale: 'zh-CN' });
    await context.addCookies([{ name: 'linju_session', value: token, url }]);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', slow4g);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    const painted = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          });
        }),
    );
    const bytes = (await Promise.all(scripts)).reduce((sum, length) => sum + length, 0);
    all.push({ script: bytes / 1_000, painted: painted / 1_000 });
    await context.close();
  }
  return all;
}
