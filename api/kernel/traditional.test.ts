import { Converter } from 'opencc-js/cn2t';
import { expect, test } from 'vitest';
import { toTraditional } from './traditional.ts';

const messages = [
  '这件诉求已经办结，不能再派单。',
  '软件发给理发店，头发里面很干净，台湾干部干活',
  '请先登录，再上报；手机号或密码不正确',
  '只有一只猫，后面的皇后，面条和表面，复查与复杂',
  '网格员已签收，处理时限为 3 个工作日（2026-11-21）',
  '𠮷 Linju {count} 条',
  '',
];

test.each(messages)('%s reads as the full dictionary writes it', (message) => {
  expect(toTraditional(message)).toBe(Converter({ from: 'cn', to: 'tw' })(message));
});

test('phrases decide between characters that simplified writing merged', () => {
  expect(toTraditional('头发发给台湾')).toBe('頭髮發給臺灣');
});

test('words have the meaning they have in an office', () => {
  expect(toTraditional('账号没有回音，和邻居的并在一起办')).toBe('帳號沒有回音，和鄰居的併在一起辦');
});
