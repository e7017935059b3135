import { expect, test } from 'vitest';
import {
  faultMessage,
  fieldNamed,
  guessKind,
  judgeLetter,
  type LetterDraft,
  matchColumns,
  missingColumns,
} from './rules.ts';

const now = new Date('2026-11-21T00:00:00Z');
const at = (text: string, dayOnly = false) => ({ at: new Date(text), dayOnly });
const draft: LetterDraft = {
  number: '2549',
  raiser: 'UU008403',
  title: '投诉小区停车乱收费',
  raisedAt: at('2019-04-25T01:32:09Z'),
  body: '物业乱收停车费。',
  reply: '已督促物业退费。',
  repliedAt: at('2019-05-10T06:56:53Z'),
  kind: '',
  place: '',
};

const faults = (change: Partial<LetterDraft>, seenIn?: number) => {
  const judged = judgeLetter({ ...draft, ...change }, now, seenIn);
  return 'bad' in judged ? judged.bad.map(({ code, field }) => (field ? `${code} ${field}` : code)) : [];
};

test('a whole row becomes a letter', () => {
  expect(judgeLetter(draft, now, undefined)).toEqual({
    ok: {
      number: '2549',
      raiser: 'UU008403',
      title: '投诉小区停车乱收费',
      kind: 'complaint',
      body: '物业乱收停车费。',
      reply: '已督促物业退费。',
      raisedAt: '2019-04-25T01:32:09.000Z',
      repliedAt: '2019-05-10T06:56:53.000Z',
    },
  });
});

test.each<[Partial<LetterDraft>, string[]]>([
  [{ title: '' }, ['missing title']],
  [{ body: '', reply: '' }, ['missing body', 'missing reply']],
  [{ raisedAt: null }, ['unreadable_date raisedAt']],
  [{ repliedAt: undefined }, ['missing repliedAt']],
  [{ body: '长'.repeat(20_001) }, ['too_long body']],
  [{ body: '长'.repeat(20_000) }, []],
  [{ title: '长'.repeat(201) }, ['too_long title']],
  [{ repliedAt: at('2019-04-24T00:00:00Z') }, ['reply_before_letter repliedAt']],
  [{ repliedAt: at('2019-04-24T16:00:00Z', true) }, []],
  [{ repliedAt: at('2019-04-23T16:00:00Z', true) }, ['reply_before_letter repliedAt']],
  [{ repliedAt: at('2026-11-22T00:00:00Z') }, ['date_in_future repliedAt']],
  [{ kind: '求助' }, []],
  [{ kind: '其他' }, ['unknown_kind kind']],
])('%j is judged', (change, expected) => {
  expect(faults(change)).toEqual(expected);
});

test('a number used twice names the first row', () => {
  expect(faults({}, 7)).toEqual(['duplicated_number number']);
  expect(faultMessage({ code: 'duplicated_number', field: 'number', figure: 7 }, 'zh')).toBe('编号与第7行重复');
});

test('a reply dated with the day of the letter counts from the letter', () => {
  const judged = judgeLetter({ ...draft, repliedAt: at('2019-04-24T16:00:00Z', true) }, now, undefined);
  expect(judged).toMatchObject({ ok: { repliedAt: '2019-04-25T01:32:09.000Z' } });
});

test.each([
  ['咨询公积金贷款事宜', 'consultation'],
  ['关于档案调动问题的咨询', 'consultation'],
  ['洋湖段怎么还没修好？', 'consultation'],
  ['强烈投诉物业', 'complaint'],
  ['反映小区垃圾无人清运', 'complaint'],
  ['举报无证施工噪音扰民', 'report'],
  ['对公交线路的建议', 'suggestion'],
  ['感谢社区帮老人装了扶手', 'praise'],
  ['感谢答复，希望尽快解决噪音', 'help'],
  ['请求解决水压问题', 'help'],
  ['路面积水', 'help'],
])('%s is filed under %s', (title, kind) => {
  expect(guessKind(title)).toBe(kind);
});

test('columns are found by their headers, whatever their order and spelling', () => {
  const letters = matchColumns(['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '答复意见', '答复时间']);
  expect(letters).toEqual({ number: 0, raiser: 1, title: 2, raisedAt: 3, body: 4, reply: 5, repliedAt: 6 });
  const office = matchColumns([
    '序号',
    ' 回复时间 ',
    '工单编号：',
    '标题',
    '诉求 内容',
    '（来信时间）',
    '办理结果',
    '类型',
    '类型',
  ]);
  expect(office).toEqual({ repliedAt: 1, number: 2, title: 3, body: 4, raisedAt: 5, reply: 6, kind: 7 });
  expect(missingColumns(matchColumns(['编号', '标题']))).toEqual(['raisedAt', 'body', 'reply', 'repliedAt']);
});

test('a column named by hand goes before the aliases', () => {
  const columns = matchColumns(['标题', '主题列', '编号'], { title: '主题列' });
  expect(columns).toEqual({ title: 1, number: 2 });
  expect(fieldNamed('标题')).toBe('title');
  expect(fieldNamed('留言主题')).toBe('title');
  expect(fieldNamed('repliedAt')).toBe('repliedAt');
  expect(fieldNamed('颜色')).toBeUndefined();
});

test('every fault has words in both languages', () => {
  const codes = [
    'missing',
    'too_long',
    'unreadable_date',
    'date_in_future',
    'reply_before_letter',
    'duplicated_number',
    'unknown_kind',
  ] as const;
  for (const code of codes) {
    expect(faultMessage({ code, field: 'body', figure: 3 }, 'zh')).toMatch(/[一-龥]{2}/);
    expect(faultMessage({ code, field: 'body', figure: 3 }, 'en')).toMatch(/^[\x20-\x7e一-龥]{8,}$/);
  }
});
