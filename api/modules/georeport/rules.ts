import type { PostRequest } from '../../../contract/georeport.ts';

export type Format = 'json' | 'xml';

/** `2611-0183.xml` → the name before the last dot, and the format after it. */
export function nameAndFormat(file: string): { name: string; format: Format } | undefined {
  const dot = file.lastIndexOf('.');
  const format = file.slice(dot + 1);
  if (dot < 1 || (format !== 'json' && format !== 'xml')) return undefined;
  return { name: file.slice(0, dot), format };
}

/** First and last name as one, in the order of a Chinese name where it is one; undefined when none was given. */
export function nameOf({ first_name: first, last_name: last }: Pick<PostRequest, 'first_name' | 'last_name'>) {
  const chinese = /\p{Script=Han}/u.test(`${last ?? ''}${first ?? ''}`);
  const name = chinese ? `${last ?? ''}${first ?? ''}` : [first, last].filter(Boolean).join(' ');
  return name || undefined;
}
