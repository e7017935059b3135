import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldMessage, type Issue } from './field-messages.ts';

function said(schema: z.ZodType, input: unknown): string {
  const issue = schema.safeParse(input, { reportInput: true }).error?.issues[0] as Issue;
  return fieldMessage(issue, 'zh-Hans');
}

describe('what is wrong with a field', () => {
  it.each([
    [z.string(), undefined, '还没有填。'],
    [z.string().min(1), '', '还没有填。'],
    [z.string().min(8), 'short', '太短，至少 8 个字。'],
    [z.string().max(3), '四个字呢', '太长，最多 3 个字。'],
    [z.array(z.string()).max(1), ['a', 'b'], '太多，最多 1 个。'],
    [z.int().min(1), 0, '太小，至少 1。'],
    [z.int().max(5), 6, '太大，最多 5。'],
    [z.enum(['a']), 'b', '没有这个选项。'],
    [z.strictObject({}), { raiser: 1 }, '多了不认识的内容：raiser。'],
    [z.string().regex(/^\d+$/), 'x', '格式不对，请看示例。'],
    [z.uuid(), 'x', '格式不对。'],
    [z.string(), 7, '填的格式不对。'],
  ])('%# is said in words', (schema, input, words) => {
    expect(said(schema, input)).toBe(words);
  });

  it('is said in the reader’s language', () => {
    const issue: Issue = { code: 'invalid_value', path: [] };
    expect(fieldMessage(issue, 'en')).toBe('There is no such choice.');
    expect(fieldMessage(issue, 'zh-Hant')).toBe('沒有這個選項。');
  });
});
