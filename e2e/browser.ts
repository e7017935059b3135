import fs from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { findChromium } from '../tools/chromium.mjs';
import { logins, password, server, streetCode, type Who } from './people.ts';
import { pictures } from './screen-checks.ts';

/** A phone as a resident holds it, a desk as staff sit at. */
const devices = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  desk: { viewport: { width: 1440, height: 900 } },
} as const;
export type Device = keyof typeof devices;

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Says beforehand which errors in the console belong to the journey: a refusal, a broken line. */
  expectErrors(...patterns: RegExp[]): void;
}

let browser: Browser;
let visits: { context: BrowserContext; complaints: string[]; expected: RegExp[] }[] = [];

beforeAll(async () => {
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await chromium.launch({ executablePath: findChromium(), args: [...args, ...sandbox] });
});

afterEach(async ({ task }) => {
  const ended = visits;
  visits = [];
  if (task.result?.state === 'fail') await picture(ended, task.name);
  await Promise.all(ended.map(({ context }) => context.close()));
  const unexpected = ended.flatMap(({ complaints, expected }) =>
    complaints.filter((text) => !expected.some((pattern) => pattern.test(text))),
  );
  expect(unexpected, 'errors in the console, or violations of the content policy').toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  expect(secretsIn(fs.readFileSync(server().logFile, 'utf8')), 'numbers or secrets in the log').toEqual([]);
});

/** Where each person stood when a journey broke off. */
async function picture(broken: typeof visits, name: string): Promise<void> {
  const pages = broken.flatMap(({ context }) => context.pages());
  for (const [index, page] of pages.entries())
    await page.screenshot({ path: path.join(pictures, `FAILED-${name.split(' ')[0]}-${index}.png`) });
}

const secrets: Readonly<Record<string, RegExp>> = {
  phone: /(?<![\da-f.:-])1[3-9]\d{9}(?![\da-f-])/g,
  idNumber: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dX](?![\da-f])/g,
  token: /lj_[\w-]{20,}/g,
  password: new RegExp(password, 'g'),
};

/** What must never stand in a log (S13). */
export function secretsIn(log: string): string[] {
  return Object.entries(secrets).flatMap(([kind, shape]) =>
    (log.match(shape) ?? []).map((found) => `${kind} ${found}`),
  );
}

interface VisitOptions {
  locale?: string;
  /** Another server than that of the run. */
  baseURL?: string;
}

/** Opens a browser for one person, signed in already; `nobody` is a stranger at the door. */
export async function as(
  who: Who | 'nobody',
  device: Device,
  { locale = 'zh-CN', baseURL = server().baseUrl }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    ...devices[device],
    baseURL,
    locale,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(8_000);
  const complaints: string[] = [];
  const expected: RegExp[] = [];
  visits.push({ context, complaints, expected });
  if (who === 'nobody') expected.push(/status of 401/);
  else {
    const data = { street: streetCode, login: logins[who], password };
    const answer = await context.request.post('/api/v1/sessions', { data });
    expect(answer.status()).toBe(201);
  }
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error')
      complaints.push(`${page.url()}: ${message.text()} ${message.location().url.slice(0, 120)}`);
  });
  return { page, context, expectErrors: (...patterns) => void expected.push(...patterns) };
}

/** A photo as a phone takes it. */
export function photo(colour = '#7a6a58'): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 900, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
}

export async function photoFile(colour?: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await photo(colour) };
}
