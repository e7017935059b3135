import type { CaseKind } from '../../../contract/cases.ts';
import { type Letter, type LetterFault, type LetterField, neededLetterFields } from '../../../contract/exchange.ts';

/** Headers seen in offices' files, besides the field's own name. The first one names the field to people. */
export const headerAliases: Record<LetterField, readonly string[]> = {
  number: [
    '编号',
    '留言编号',
    '信件编号',
    '来信编号',
    '工单编号',
    '工单号',
    '诉求编号',
    '事项编号',
    '受理编号',
    '流水号',
    'id',
    'no',
  ],
  raiser: ['留言用户', '用户', '用户编号', '来信人', '诉求人', '反映人', '留言人', '网友', 'user'],
  title: ['标题', '留言主题', '主题', '信件标题', '来信标题', '诉求标题', '事项标题', '工单标题', '题目', 'subject'],
  raisedAt: [
    '留言时间',
    '来信时间',
    '反映时间',
    '诉求时间',
    '提交时间',
    '登记时间',
    '受理时间',
    '来信日期',
    '留言日期',
    '创建时间',
    'date',
  ],
  body: [
    '内容',
    '留言详情',
    '留言内容',
    '诉求内容',
    '来信内容',
    '信件内容',
    '反映内容',
    '问题描述',
    '事项内容',
    '详情',
    '正文',
    'text',
  ],
  reply: ['答复内容', '答复意见', '回复内容', '回复意见', '办理结果', '处理结果', '办理情况', '答复', '回复', 'answer'],
  repliedAt: ['答复时间', '回复时间', '办结时间', '答复日期', '回复日期', '办结日期', '办理时间', 'answeredat'],
  kind: ['诉求类型', '诉求类别', '类型', '信件类型', '留言类型', '工单类型', '事项类型', 'type'],
  place: ['地点', '位置', '地址', '事发地点', '诉求地点', '所在地', '详细地址', 'address'],
};

const plainHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/[\s*:：()（）[\]【】_-]/g, '')
    .toLowerCase();

/** The field people mean by a name: its key, or any of its aliases. */
export function fieldByAlias<Field extends string>(
  aliases: Readonly<Record<Field, readonly string[]>>,
  name: string,
): Field | undefined {
  const wanted = plainHeader(name);
  const fields = Object.keys(aliases) as Field[];
  return fields.find((field) => [field, ...aliases[field]].some((alias) => plainHeader(alias) === wanted));
}

export const fieldNamed = (name: string): LetterField | undefined => fieldByAlias(headerAliases, name);

export type Columns = Partial<Record<LetterField, number>>;

export const matchColumns = (headers: readonly string[], mapped: Partial<Record<LetterField, string>> = {}): Columns =>
  columnsByAlias(headerAliases, headers, mapped);

/**
 * Finds the column of each field in one row of headers. `mapped` (field → header, from the one who imports) goes before aliases;
 * of two columns for the same field the first counts.
 */
export function columnsByAlias<Field extends string>(
  aliases: Readonly<Record<Field, readonly string[]>>,
  headers: readonly string[],
  mapped: Partial<Record<Field, string>> = {},
): Partial<Record<Field, number>> {
  const columns: Partial<Record<Field, number>> = {};
  const fields = Object.keys(aliases) as Field[];
  const taken = new Set<number>();
  const take = (field: Field, index: number) => {
    if (index < 0 || taken.has(index) || columns[field] !== undefined) return;
    columns[field] = index;
    taken.add(index);
  };
  const plain = headers.map(plainHeader);
  for (const field of fields) {
    const header = mapped[field];
    if (header !== undefined) take(field, plain.indexOf(plainHeader(header)));
  }
  for (const field of fields) {
    if (mapped[field] !== undefined) continue;
    for (const alias of [...aliases[field], field]) take(field, plain.indexOf(plainHeader(alias)));
  }
  return columns;
}

export const missingColumns = (columns: Columns): LetterField[] =>
  neededLetterFields.filter((field) => columns[field] === undefined);

/** 求助, 求决 … as lists write the kinds. */
export const kindNames: Readonly<Record<string, CaseKind>> = {
  咨询: 'consultation',
  询问: 'consultation',
  求助: 'help',
  求决: 'help',
  投诉: 'complaint',
  举报: 'report',
  检举: 'report',
  建议: 'suggestion',
  意见建议: 'suggestion',
  表扬: 'praise',
  感谢: 'praise',
};

/** Words by which a subject shows its kind; the one that stands first in the subject decides. */
const kindWords: readonly [RegExp, CaseKind][] = [
  [/咨询|请问|询问|想问|想知道/, 'consultation'],
  [/投诉|质疑|反对|抗议|反映|反应/, 'complaint'],
  [/举报|检举|揭发/, 'report'],
  [/建议|提议|建言/, 'suggestion'],
  [/^(?!.*(?:希望|请求|恳请)).*(?:表扬|感谢|点赞|致谢)/, 'praise'],
  [/求助|请求|恳求|恳请|希望|盼|呼吁|^求|帮助/, 'help'],
];
const questions = /怎么|如何|何时|什么时候|为何|为什么|是否|能否|哪里|多少|[?？吗呢]$/;

/** The kind a person would file the letter under by its subject; 求助 help when nothing tells. */
export function guessKind(title: string): CaseKind {
  let found: { at: number; kind: CaseKind } | undefined;
  for (const [words, kind] of kindWords) {
    const at = title.search(words);
    if (at >= 0 && (!found || at < found.at)) found = { at, kind };
  }
  return found?.kind ?? (questions.test(title) ? 'consultation' : 'help');
}

/** A row whose cells are already clean text and instants; null marks a date that could not be read. */
export interface LetterDraft {
  number: string;
  raiser: string;
  title: string;
  raisedAt: { at: Date; dayOnly: boolean } | null | undefined;
  body: string;
  reply: string;
  repliedAt: { at: Date; dayOnly: boolean } | null | undefined;
  kind: string;
  place: string;
}

const limits = { number: 64, raiser: 64, title: 200, body: 20_000, reply: 20_000, place: 120 } as const;
const oneDay = 86_400_000;

/**
 * Decides about one row. `numberSeenIn` is the earlier row of this file with the same number, if any.
 * Every fault is named, not only the first.
 */
export function judgeLetter(
  draft: LetterDraft,
  now: Date,
  numberSeenIn: number | undefined,
): { ok: Letter } | { bad: LetterFault[] } {
  const faults: LetterFault[] = [];
  for (const field of neededLetterFields) {
    if (draft[field] === '' || draft[field] === undefined) faults.push({ code: 'missing', field });
    else if (draft[field] === null) faults.push({ code: 'unreadable_date', field });
  }
  for (const [field, limit] of Object.entries(limits) as [keyof typeof limits, number][]) {
    if (draft[field].length > limit) faults.push({ code: 'too_long', field, figure: limit });
  }
  for (const field of ['raisedAt', 'repliedAt'] as const) {
    const time = draft[field];
    if (time && time.at > now) faults.push({ code: 'date_in_future', field });
  }
  const kind = draft.kind === '' ? guessKind(draft.title) : kindNames[draft.kind];
  if (!kind) faults.push({ code: 'unknown_kind', field: 'kind' });
  if (numberSeenIn !== undefined) faults.push({ code: 'duplicated_number', field: 'number', figure: numberSeenIn });
  const times = draft.raisedAt && draft.repliedAt ? replyAfter(draft.raisedAt.at, draft.repliedAt) : undefined;
  if (times === null) faults.push({ code: 'reply_before_letter', field: 'repliedAt' });
  if (faults.length > 0 || !kind || !times || !draft.raisedAt) return { bad: faults };
  const { number, title, body, reply, raiser, place } = draft;
  return {
    ok: {
      number,
      title,
      body,
      kind,
      reply,
      raisedAt: draft.raisedAt.at.toISOString(),
      repliedAt: times.toISOString(),
      ...(raiser && { raiser }),
      ...(place && { place }),
    },
  };
}

/** A reply dated with the day only may be of the letter's own day: then it counts as given at the letter's time. */
function replyAfter(raisedAt: Date, replied: { at: Date; dayOnly: boolean }): Date | null {
  if (replied.at >= raisedAt) return replied.at;
  return replied.dayOnly && raisedAt.getTime() - replied.at.getTime() < oneDay ? raisedAt : null;
}

const fieldNames = (field: LetterField, language: 'zh' | 'en') => (language === 'zh' ? headerAliases[field][0] : field);

/** The fault in words for the one who has to put the row right. */
export function faultMessage(fault: LetterFault, language: 'zh' | 'en'): string {
  const field = fault.field ? fieldNames(fault.field, language) : '';
  const zh: Record<LetterFault['code'], string> = {
    missing: `缺少${field}`,
    too_long: `${field}超过${fault.figure}字`,
    unreadable_date: `${field}无法识别，请写成 2019-06-20 10:55`,
    date_in_future: `${field}晚于今天`,
    reply_before_letter: '答复时间早于留言时间',
    duplicated_number: `编号与第${fault.figure}行重复`,
    unknown_kind: '诉求类型应为咨询、求助、投诉、举报、建议或表扬',
  };
  const en: Record<LetterFault['code'], string> = {
    missing: `${field} is missing`,
    too_long: `${field} is longer than ${fault.figure} characters`,
    unreadable_date: `${field} cannot be read as a date; write 2019-06-20 10:55`,
    date_in_future: `${field} is in the future`,
    reply_before_letter: 'the reply is dated before the letter',
    duplicated_number: `the number is the same as in row ${fault.figure}`,
    unknown_kind: 'the kind must be 咨询, 求助, 投诉, 举报, 建议 or 表扬',
  };
  return (language === 'zh' ? zh : en)[fault.code];
}
