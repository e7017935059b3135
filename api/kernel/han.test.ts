import { expect, test } from 'vitest';
import { bigrams, foldHan } from './han.ts';

test.each([
  ['２号楼', '2号楼'],
  ['2 號 樓', '2号楼'],
  ['臺灣', '台湾'],
  ['台湾', '台湾'],
  ['軟體', '软体'],
  ['鄰裡糾紛', '邻里纠纷'],
  ['二〇二五年', '二零二五年'],
  ['二零二五年', '二零二五年'],
  ['充 电 桩', '充电桩'],
  ['安装 EV 充电桩', '安装ev充电桩'],
  ['Ａｂ　Cd', 'ab cd'],
  ['楼\u200b道', '楼道'],
  ['  路灯  ', '路灯'],
  ['', ''],
])('%s is folded to %s', (text, folded) => {
  expect(foldHan(text)).toBe(folded);
});

test('folding twice changes nothing more, for any character there is', () => {
  for (let code = 0; code <= 0x323af; code++) {
    const folded = foldHan(String.fromCodePoint(code));
    if (foldHan(folded) !== folded) expect.fail(`U+${code.toString(16)}`);
  }
});

test('a piece of a traditional text is found by its simplified form wherever it is cut', () => {
  const text = '乾隆年間的後門乾涸，發髮相連，臺北市２號樓';
  const pairs = new Set(bigrams(foldHan(text)));
  for (let from = 0; from < text.length; from++) {
    for (let to = from + 2; to <= text.length; to++) {
      const missing = bigrams(foldHan(text.slice(from, to))).filter((pair) => pair.length > 1 && !pairs.has(pair));
      expect(missing, text.slice(from, to)).toEqual([]);
    }
  }
});

test.each([
  ['2号楼', ['2号', '号楼']],
  ['路灯，不亮', ['路灯', '不亮']],
  ['A栋 灯', ['A栋', '灯']],
  ['噪音噪音', ['噪音', '音噪']],
  ['𠮷野家', ['𠮷野', '野家']],
  ['，。!', []],
  ['', []],
])('the pairs of %s', (folded, pairs) => {
  expect(bigrams(folded)).toEqual(pairs);
});
