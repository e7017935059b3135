import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { ServiceRequest } from '../../../contract/georeport.ts';
import { type CasePlacer, openCasePlacer } from '../../../tools/test-cases.ts';
import { openTestStreet, type TestStreet } from '../../../tools/test-street.ts';
import { toXml } from './reports.ts';

const base = '/api/v1/open311/v2';
const code = '350702001000';
let street: TestStreet;
let cases: CasePlacer;
let published: Case;
let kept: Case;
/** Public by its raiser's word, and not looked at by the desk yet. */
let hasty: Case;
beforeAll(async () => {
  street = await openTestStreet();
  cases = await openCasePlacer(street);
  const raise = async (body: string) =>
    (
      await street.as('chen').post<Case>('/cases', {
        body,
        categoryId: street.category('facility.stairwell_light'),
        position: { lon: 118.125, lat: 26.645 },
      })
    ).body;
  published = await raise('三楼的灯 <不亮> & 老人看不清，电话 13800000001');
  kept = await raise('家里的事，不想让人知道');
  hasty = await raise('还没人看过这一件');
  await cases.query('update case_record set published_at = now() where id = any ($1)', [[published.id, hasty.id]]);
  await cases.query(`update case_record set state = 'accepted' where id = $1`, [published.id]);
});
afterAll(async () => {
  await cases.close();
  await street.close();
});

const get = (file: string, query: Record<string, string> = {}) =>
  street.app.inject({ method: 'GET', url: `${base}/${file}`, query: { jurisdiction_id: code, ...query } });
const post = async (form: Record<string, string>, file = 'requests.json') =>
  street.app.inject({
    method: 'POST',
    url: `${base}/${file}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ jurisdiction_id: code, ...form }).toString(),
  });
const xml = (text: string) => {
  expect(XMLValidator.validate(text)).toBe(true);
  return new XMLParser({ parseTagValue: false }).parse(text);
};

describe('reading', () => {
  it('shows nothing that its raiser kept to themselves, by whatever question', async () => {
    for (const [file, query] of [
      [`requests/${kept.number}.json`, {}],
      [`requests/${hasty.number}.json`, {}],
      [`requests/${published.number}.json`, { jurisdiction_id: '350702002000' }],
    ] as const) {
      const answer = await get(file, query);
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'georeport.unknown_request']);
    }
    for (const query of [
      {},
      { service_request_id: `${kept.number},${published.number}` },
      { status: 'open' },
    ] as Record<string, string>[]) {
      const found = (await get('requests.json', query)).json() as ServiceRequest[];
      expect(found.map((one) => one.service_request_id)).toEqual([published.number]);
    }
  });

  it('gives a request to its building, without a person, in both formats alike', async () => {
    const [one] = (await get(`requests/${published.number}.json`)).json() as ServiceRequest[];
    expect(one).toMatchObject({
      status: 'open',
      service_code: 'facility.stairwell_light',
      description: '三楼的灯 <不亮> & 老人看不清，电话 138****01',
    });
    expect(JSON.stringify(one)).not.toMatch(/陈|13800/);
    const { request } = xml((await get(`requests/${published.number}.xml`)).body).service_requests;
    expect(Object.keys(request)).toEqual(Object.keys(one!));
    expect(request.description).toBe(one!.description);
    expect(one!.requested_datetime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('filters by service, day and state, and pages', async () => {
    const count = async (query: Record<string, string>) => (await get('requests.json', query)).json().length;
    expect(await count({ service_code: 'facility.stairwell_light' })).toBe(1);
    expect(await count({ service_code: 'facility.lift' })).toBe(0);
    expect(await count({ status: 'closed' })).toBe(0);
    expect(await count({ end_date: '2020-01-01T00:00:00Z' })).toBe(0);
    expect(await count({ page: '2', page_size: '1' })).toBe(0);
  });

  it('lists services with the group they belong to, and their definition', async () => {
    const services = (await get('services.json')).json();
    expect(services).toContainEqual({
      service_code: 'facility.stairwell_light',
      service_name: '楼道照明',
      description: '楼道照明',
      metadata: false,
      type: 'realtime',
      keywords: '',
      group: '公共设施',
    });
    expect(xml((await get('services.xml')).body).services.service).toHaveLength(services.length);
    expect((await get('services/facility.stairwell_light.json')).json()).toEqual({
      service_code: 'facility.stairwell_light',
      attributes: [],
    });
    expect(xml((await get('services/facility.stairwell_light.xml')).body).service_definition.service_code).toBe(
      'facility.stairwell_light',
    );
    expect((await get('services/none.json')).statusCode).toBe(404);
  });

  it('asks which street where there are several', async () => {
    const answer = await street.app.inject({ method: 'GET', url: `${base}/services.json` });
    expect(answer.json().code).toBe('georeport.unknown_jurisdiction');
    expect((await get('services.csv')).json().code).toBe('georeport.unknown_format');
  });
});

describe('raising', () => {
  const form = { service_code: 'facility.pipe', lat: '26.645', long: '118.125', description: '水管一直在漏水' };

  it('refuses a key that is missing, invented or of another street', async () => {
    for (const key of [undefined, 'invented', await street.token('hu')]) {
      const answer = await post({ ...form, ...(key ? { api_key: key } : {}) });
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'georeport.key_needed']);
    }
  });

  it('files a case for the one whose key it is', async () => {
    const answer = await post({ ...form, api_key: await street.token('chen'), email: 'a@example.org', device_id: 'x' });
    expect(answer.statusCode).toBe(201);
    const [{ service_request_id: number }] = answer.json();
    const { body } = await street.as('chen').get<{ items: Case[] }>('/cases?view=mine&limit=1');
    expect(body.items[0]).toMatchObject({ number, category: { name: '水管漏水' } });
  });

  it('files it on behalf of the person named, where the key may register', async () => {
    // Without a position it is filed where the key's holder works.
    const { lat: _, long: __, ...placeless } = form;
    const answer = await post(
      { ...placeless, api_key: await street.token('wu'), last_name: '孙', first_name: '奶奶', phone: '13900000000' },
      'requests.xml',
    );
    const number = xml(answer.body).service_requests.request.service_request_id;
    const [row] = await cases.query(
      `select c.source, x.name, c.raiser_id from case_record c join case_contact x on x.id = c.id where number = $1 and c.tenant_id = $2`,
      [number, street.own.tenantId],
    );
    expect(row).toEqual({ source: 'hotline', name: '孙奶奶', raiser_id: null });
  });

  it('names what is wrong with a form', async () => {
    const key = { api_key: await street.token('chen') };
    expect((await post({ ...form, ...key, service_code: 'none' })).json().code).toBe('georeport.unknown_service');
    expect((await post({ ...form, ...key, description: '' })).json().code).toBe('request.invalid');
    expect((await post({ ...form, ...key, lat: 'north' })).json().code).toBe('request.invalid');
  });

  it('takes a form nowhere else', async () => {
    const answer = await street.app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'login=a&password=b',
    });
    expect(answer.statusCode).toBe(415);
  });
});

describe('the XML', () => {
  it('gives back what went in, whatever the text holds', () => {
    const words = { a: '<b>&"\'</b> 楼道灯 😀', none: null, bell: 'x\u0007y' };
    const xml = toXml('service_requests', 'request', [words, words]);
    expect(XMLValidator.validate(xml)).toBe(true);
    const parsed = new XMLParser().parse(xml);
    expect(parsed.service_requests.request[1]).toEqual({ a: words.a, none: '', bell: 'xy' });
  });

  it('is a list without entries when there are none', () => {
    expect(XMLValidator.validate(toXml('services', 'service', []))).toBe(true);
  });
});
