import { expect, it } from 'vitest';
import { keysOfNames, nameKeys } from './names.ts';

it('spells a person whole, by initials, in between, and without the family name', () => {
  expect(nameKeys('陈桂华', ['chen', 'gui', 'hua'])).toEqual(
    expect.arrayContaining(['陈桂华', '陈桂', '桂华', 'chenguihua', 'chengh', 'cghua', 'cgh', 'guihua', 'gh']),
  );
});

it('keeps nothing of one letter, and the name as it is written first', () => {
  const keys = nameKeys('陳 明', ['chen', 'ming']);
  expect(keys[0]).toBe('陳 明');
  expect(keys).toContain('陈明');
  expect(keys.slice(1).filter((key) => key.length < 2)).toEqual([]);
});

it('spells a body once whole and once by initials', () => {
  expect(nameKeys('邻安物业公司', ['lin', 'an', 'wu', 'ye', 'gong', 'si'])).toEqual([
    '邻安物业公司',
    '邻安物业公司',
    'linanwuyegongsi',
    'lawygs',
  ]);
});

it('takes a name of other letters word by word', () => {
  expect(nameKeys('Anna Lee', [])).toEqual(['Anna Lee', 'anna lee', 'anna', 'lee', 'annalee', 'al']);
});

it('reads family names as such, in either script, and double ones', async () => {
  const [xie, shan, ouyang, lv] = await keysOfNames(['解晓东', '單雄信', '欧阳娜娜', '吕布']);
  expect(xie).toContain('xxd');
  expect(xie).toContain('xiexiaodong');
  expect(shan).toContain('shanxiongxin');
  expect(ouyang).toContain('oynn');
  expect(lv).toContain('lvbu');
});
