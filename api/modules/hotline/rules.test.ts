import { expect, it } from 'vitest';
import { type Around, categoryFinder, judgeOrder, type OrderDraft, phoneIn } from './rules.ts';

const at = (text: string, dayOnly = false) => ({ at: new Date(text), dayOnly });
const around: Around = {
  now: new Date('2026-11-21T00:00:00Z'),
  numberSeenIn: undefined,
  kindNamed: { 求助: 'help' },
  guessKind: () => 'complaint',
  isElsewhere: (community: string) => community === '平湖社区',
};
const draft = (change: Partial<OrderDraft> = {}): OrderDraft => ({
  ...{ number: '1', title: '', body: '灯坏了', calledAt: at('2026-11-20T02:00:00Z'), caller: '', phone: '', kind: '' },
  ...{ category: '', community: '', place: '', wantedBy: undefined, urgency: '', confidential: '', ...change },
});
const codes = (change: Partial<OrderDraft>, more: Partial<Parameters<typeof judgeOrder>[1]> = {}) => {
  const verdict = judgeOrder(draft(change), { ...around, ...more });
  return 'bad' in verdict ? verdict.bad.map(({ code, field }) => `${code} ${field}`) : verdict.ok;
};

it('names every fault of a row', () => {
  expect(codes({ number: '', body: '', calledAt: undefined })).toEqual([
    ...['missing number', 'missing body', 'missing calledAt'],
  ]);
  expect(codes({ calledAt: null, wantedBy: null, kind: '闲聊' })).toEqual([
    ...['unreadable_date calledAt', 'unreadable_date wantedBy', 'unknown_kind kind'],
  ]);
  expect(codes({ calledAt: at('2026-11-22T00:00:00Z') })).toEqual(['date_in_future calledAt']);
  expect(codes({ community: '平湖社区' }, { numberSeenIn: 4 })).toEqual([
    ...['other_community community', 'duplicated_number number'],
  ]);
  expect(codes({ caller: '字'.repeat(41), urgency: '飞快', confidential: '看情况' })).toEqual([
    ...['too_long caller', 'unknown_urgency urgency', 'unknown_flag confidential'],
  ]);
});

it('lets a day without a time of day last until it is over', () => {
  expect(codes({ wantedBy: at('2026-11-19T16:00:00Z', true) })).toMatchObject({
    ...{ kind: 'complaint', wantedBy: '2026-11-20T15:59:59.000Z', urgency: 'usual', confidential: false },
  });
  expect(codes({ wantedBy: at('2026-11-18T16:00:00Z', true) })).toEqual(['wanted_before_call wantedBy']);
});

it('finds a number among what lists write beside it', () => {
  expect(['139 0000 1234', '0599-8812345', '未留', '13900001234（儿子）', '12'].map(phoneIn)).toEqual([
    ...['13900001234', '0599-8812345', '', '13900001234', ''],
  ]);
});

it('finds a category by name or path, and none where it could be several', () => {
  const known = (id: string, parentId: string | null, ...names: string[]) => ({
    id,
    parentId,
    name: names[0] ?? '',
    names,
  });
  const find = categoryFinder([
    known('1', null, '公共设施', 'Facilities'),
    known('2', '1', '电梯'),
    known('3', null, '老旧小区'),
    known('4', '3', '电梯'),
    known('5', '1', '楼道照明'),
  ]);
  const found = ['楼道照明', '公共设施/楼道照明', '诉求-楼道照明', '电梯', '老旧小区＞电梯', 'facilities', '', '别的'];
  expect(found.map((written) => find(written)?.id)).toEqual([
    '5',
    '5',
    undefined,
    undefined,
    '4',
    '1',
    undefined,
    undefined,
  ]);
});
