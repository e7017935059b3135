import type { Language } from '../../contract/wire.ts';
import { toTraditional } from './traditional.ts';

/** What zod says of one wrong field. */
export interface Issue {
  code?: string | undefined;
  path: readonly PropertyKey[];
  minimum?: number | bigint | undefined;
  maximum?: number | bigint | undefined;
  origin?: string | undefined;
  format?: string | undefined;
  expected?: string | undefined;
  keys?: readonly string[] | undefined;
  input?: unknown;
}

function words(issue: Issue): [zh: string, en: string] {
  const { code, origin, minimum, maximum } = issue;
  if (code === 'invalid_type' && issue.input === undefined) return ['还没有填。', 'This is missing.'];
  if (code === 'invalid_type') return ['填的格式不对。', 'This is not of the right kind.'];
  if (code === 'too_small' && origin === 'string') {
    return minimum === 1
      ? ['还没有填。', 'This is missing.']
      : [`太短，至少 ${minimum} 个字。`, `Too short: at least ${minimum} characters.`];
  }
  if (code === 'too_big' && origin === 'string')
    return [`太长，最多 ${maximum} 个字。`, `Too long: at most ${maximum} characters.`];
  if (code === 'too_big' && origin === 'array') return [`太多，最多 ${maximum} 个。`, `Too many: at most ${maximum}.`];
  if (code === 'too_small') return [`太小，至少 ${minimum}。`, `Too small: at least ${minimum}.`];
  if (code === 'too_big') return [`太大，最多 ${maximum}。`, `Too large: at most ${maximum}.`];
  if (code === 'unrecognized_keys') {
    const keys = issue.keys?.join(', ') ?? '';
    return [`多了不认识的内容：${keys}。`, `Unknown: ${keys}.`];
  }
  if (code === 'invalid_value') return ['没有这个选项。', 'There is no such choice.'];
  if (code === 'invalid_format' && issue.format === 'regex') return ['格式不对，请看示例。', 'Not of the right form.'];
  return ['格式不对。', 'Not of the right form.'];
}

/** What is wrong with a field, in the reader's language. */
export function fieldMessage(issue: Issue, language: Language): string {
  const [zh, en] = words(issue);
  if (language === 'en') return en;
  return language === 'zh-Hant' ? toTraditional(zh) : zh;
}
