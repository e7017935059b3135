import { XMLBuilder } from 'fast-xml-parser';
import type { PostRequest } from '../../../contract/open311.ts';

export type Format = 'json' | 'xml';

/** `2611-0183.xml` → the name before the last dot, and the format after it. */
export function nameAndFormat(file: string): { name: string; format: Format } | undefined {
  const dot = file.lastIndexOf('.');
  const format = file.slice(dot + 1);
  if (dot < 1 || (format !== 'json' && format !== 'xml')) return undefined;
  return { name: file.slice(0, dot), format };
}

const builder = new XMLBuilder({ format: true, suppressEmptyNode: false });

/** The standard's XML: a list element around one element for each entry; what is not known stays an empty element. */
export function toXml(list: string, item: string, entries: readonly object[]): string {
  const plain = entries.map((entry) =>
    Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, writable(value ?? '')])),
  );
  return document({ [list]: { [item]: plain } });
}

/** What a service asks for besides the fields of the standard: nothing. */
export const definitionXml = (code: string): string =>
  document({ service_definition: { service_code: code, attributes: '' } });

const document = (content: object) => `<?xml version="1.0" encoding="utf-8"?>\n${builder.build(content)}`;

/** Characters that no XML 1.0 document may hold are left out. */
function writable(value: unknown): unknown {
  return typeof value === 'string'
    ? value.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    : value;
}

/** First and last name as one, in the order of a Chinese name where it is one; undefined when none was given. */
export function nameOf({ first_name: first, last_name: last }: Pick<PostRequest, 'first_name' | 'last_name'>) {
  const chinese = /\p{Script=Han}/u.test(`${last ?? ''}${first ?? ''}`);
  const name = chinese ? `${last ?? ''}${first ?? ''}` : [first, last].filter(Boolean).join(' ');
  return name || undefined;
}
