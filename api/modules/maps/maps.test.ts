import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BaseMapAnswer } from '../../../contract/maps.ts';
import { openTestStreet, type TestStreet } from '../../../tools/test-street.ts';

const key = 'f00dfeedf00dfeedf00dfeedf00dfeed';
let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet({ LINJU_TIANDITU_KEY: key });
});
afterAll(() => street.close());

describe('the key of the map service', () => {
  it('is given to nobody who is not signed in, on no page and in no description', async () => {
    const refused = await street.stranger.get('/base-map');
    expect(refused.status).toBe(401);
    for (const url of ['/', '/console/', '/api/openapi.json', '/api/docs', '/api/health']) {
      const { body, headers } = await street.app.inject({ url });
      expect(body + JSON.stringify(headers), url).not.toContain(key);
    }
  });

  it('is given to everybody who is, with the addresses of the tiles', async () => {
    for (const person of ['chen', 'zhao', 'wu', 'xu'] as const) {
      const { body } = await street.as(person).get<BaseMapAnswer>('/base-map');
      expect(body.baseMap?.layers.every((layer) => layer.endsWith(`&tk=${key}`))).toBe(true);
    }
  });

  it('opens the pages to the map service, which hears the origin of the page and no address', async () => {
    const { headers } = await street.app.inject({ url: '/api/docs' });
    expect(headers['content-security-policy']).toContain(' https://t7.tianditu.gov.cn;');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
  });
});
