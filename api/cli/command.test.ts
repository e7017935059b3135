import { expect, test } from 'vitest';
import { exchangeProblems } from '../../contract/exchange.ts';
import { fail } from '../kernel/problem.ts';
import { figure, needed, parsed, reported, UsageError } from './command.ts';

test('an unknown option or a missing value is a matter of usage', () => {
  expect(() => parsed(['--colour', 'red'], { area: { type: 'string' } })).toThrow(UsageError);
  expect(() => parsed(['--area'], { area: { type: 'string' } })).toThrow(UsageError);
  expect(parsed(['file.xlsx', '--area', '平湖社区'], { area: { type: 'string' } })).toMatchObject({
    positionals: ['file.xlsx'],
    values: { area: '平湖社区' },
  });
});

test('what must be given is asked for by its option', () => {
  expect(() => needed(' ', '--area')).toThrow('--area');
  expect(needed(' 平湖社区 ', '--area')).toBe('平湖社区');
});

test('a problem is told in both languages, other failures by their message', () => {
  const problem = fail(exchangeProblems, 'exchange.columns_missing', { missing: '标题', headers: '编号' });
  expect(reported(problem)).toMatch(/没有找到这些列：标题[\s\S]*not found: 标题/);
  expect(reported(new Error('disk'))).toBe('disk');
});

test('numbers are grouped', () => {
  expect(figure(2816)).toBe('2,816');
});
