import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { nameAndFormat, nameOf, toXml } from './rules.ts';

describe('the file asked for', () => {
  it.each([
    ['requests.json', { name: 'requests', format: 'json' }],
    ['2611-0183.xml', { name: '2611-0183', format: 'xml' }],
    ['a.b.json', { name: 'a.b', format: 'json' }],
    ['requests.csv', undefined],
    ['.json', undefined],
    ['requests', undefined],
  ])('%s', (file, expected) => {
    expect(nameAndFormat(file)).toEqual(expected);
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

it.each([
  [{ first_name: '桂花', last_name: '陈' }, '陈桂花'],
  [{ first_name: 'Ada', last_name: 'Li' }, 'Ada Li'],
  [{ last_name: '陈' }, '陈'],
  [{}, undefined],
])('names a person as written: %o', (given, name) => {
  expect(nameOf(given)).toBe(name);
});
