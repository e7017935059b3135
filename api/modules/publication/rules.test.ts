import { describe, expect, it } from 'vitest';
import { withoutNumbers } from './rules.ts';

describe('what goes out', () => {
  it.each([
    ['电话13812345678找我', '电话138****78找我'],
    ['138 1234 5678', '138****78'],
    ['座机0599-1234567', '座机0599****'],
    ['身份证350702198001011234', '身份证******************'],
    ['2号楼4单元，编号2611-0183，修了3次', '2号楼4单元，编号2611-0183，修了3次'],
  ])('%s', (words, told) => {
    expect(withoutNumbers(words)).toBe(told);
  });
});
