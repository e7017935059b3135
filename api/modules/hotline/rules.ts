import type { CaseKind } from '../../../contract/cases.ts';
import {
  neededOrderFields,
  type Order,
  type OrderFault,
  type OrderField,
  type OrderUrgency,
  type orderFaultCodes,
} from '../../../contract/hotline.ts';

/** Headers seen in hotline lists, besides the field's own name. The first one names the field to people. */
export const orderAliases: Readonly<Record<OrderField, readonly string[]>> = {
  number: ['工单编号', '工单号', '热线编号', '受理编号', '诉求编号', '流水号', '编号', 'id', 'no'],
  title: ['诉求标题', '标题', '工单标题', '主题', '事项标题', 'subject'],
  body: ['诉求内容', '工单内容', '内容', '反映内容', '来电内容', '问题描述', '事项内容', '诉求描述', '详情', 'text'],
  calledAt: [
    '来电时间',
    '受理时间',
    '诉求时间',
    '反映时间',
    '登记时间',
    '创建时间',
    '来电日期',
    '受理日期',
    '提交时间',
  ],
  caller: ['来电人', '诉求人', '反映人', '姓名', '来电人姓名', '诉求人姓名', '联系人', '市民姓名'],
  phone: ['联系电话', '来电号码', '电话', '手机', '手机号', '联系方式', '来电电话', '诉求人电话'],
  kind: ['诉求类型', '诉求类别', '工单类型', '类型', '事项类型', 'type'],
  category: ['诉求分类', '问题分类', '事项分类', '分类', '类别', '内容分类', '归口分类'],
  community: ['所属社区', '社区', '社区村', '村居', '责任社区', '承办社区'],
  place: ['地址', '诉求地址', '事发地址', '地点', '事发地点', '详细地址', '问题地址', '位置', 'address'],
  wantedBy: ['办理时限', '要求办结时间', '办结时限', '截止时间', '到期时间', '办理期限', '处理时限', '要求完成时间'],
  urgency: ['紧急程度', '紧急度', '缓急程度', '工单等级', '是否紧急'],
  confidential: ['是否保密', '保密', '信息保密', '是否匿名', '匿名'],
};

const urgencies: Readonly<Record<string, OrderUrgency>> = {
  '': 'usual',
  一般: 'usual',
  普通: 'usual',
  正常: 'usual',
  平件: 'usual',
  否: 'usual',
  加急: 'pressing',
  较急: 'pressing',
  急: 'pressing',
  急件: 'pressing',
  紧急: 'urgent',
  特急: 'urgent',
  特提: 'urgent',
  非常紧急: 'urgent',
  是: 'urgent',
};

const flags: Readonly<Record<string, boolean>> = {
  '': false,
  否: false,
  不保密: false,
  公开: false,
  n: false,
  no: false,
  0: false,
  false: false,
  是: true,
  保密: true,
  匿名: true,
  y: true,
  yes: true,
  1: true,
  true: true,
};

interface Time {
  at: Date;
  dayOnly: boolean;
}

/** A row whose cells are already clean text and instants; null marks a date that could not be read. */
export interface OrderDraft extends Record<Exclude<OrderField, 'calledAt' | 'wantedBy'>, string> {
  calledAt: Time | null | undefined;
  wantedBy: Time | null | undefined;
}

/** What the judging of one row takes from outside. */
export interface Around {
  now: Date;
  /** The earlier row of this file with the same number. */
  numberSeenIn: number | undefined;
  kindNamed: Readonly<Record<string, CaseKind>>;
  guessKind(text: string): CaseKind;
  /** Whether a community that the row names is another one than the list is for. */
  isElsewhere(community: string): boolean;
}

const limits = { number: 64, title: 200, body: 20_000, caller: 40, place: 120, category: 120, community: 60 } as const;
const oneDay = 86_400_000;

/** A number that can be called, without blanks; empty where the list says 未留 or the like. */
export function phoneIn(text: string): string {
  const [number = ''] = /\+?\d[\d-]{4,18}\d/.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? [];
  return number.slice(0, 20);
}

/** Decides about one row; every fault is named, not only the first. */
export function judgeOrder(draft: OrderDraft, around: Around): { ok: Order } | { bad: OrderFault[] } {
  const faults: OrderFault[] = [];
  for (const field of neededOrderFields)
    if (draft[field] === '' || draft[field] === undefined) faults.push({ code: 'missing', field });
  for (const field of ['calledAt', 'wantedBy'] as const)
    if (draft[field] === null) faults.push({ code: 'unreadable_date', field });
  for (const [field, limit] of Object.entries(limits) as [keyof typeof limits, number][])
    if (draft[field].length > limit) faults.push({ code: 'too_long', field, figure: limit });
  const { calledAt, wantedBy } = draft;
  if (calledAt && calledAt.at > around.now) faults.push({ code: 'date_in_future', field: 'calledAt' });
  const wanted = wantedBy && endOf(wantedBy);
  if (calledAt && wanted && wanted < calledAt.at) faults.push({ code: 'wanted_before_call', field: 'wantedBy' });
  const kind = draft.kind === '' ? around.guessKind(draft.title || draft.body) : around.kindNamed[draft.kind];
  if (!kind) faults.push({ code: 'unknown_kind', field: 'kind', value: draft.kind });
  const urgency = urgencies[draft.urgency];
  if (!urgency) faults.push({ code: 'unknown_urgency', field: 'urgency', value: draft.urgency });
  const confidential = flags[draft.confidential.toLowerCase()];
  if (confidential === undefined)
    faults.push({ code: 'unknown_flag', field: 'confidential', value: draft.confidential });
  if (around.isElsewhere(draft.community))
    faults.push({ code: 'other_community', field: 'community', value: draft.community });
  if (around.numberSeenIn !== undefined)
    faults.push({ code: 'duplicated_number', field: 'number', figure: around.numberSeenIn });
  if (faults.length > 0 || !kind || !urgency || confidential === undefined || !calledAt) return { bad: faults };
  const { number, title, body, caller, category, community, place } = draft;
  return {
    ok: {
      ...{ number, title, body, caller, category, community, place, kind, urgency, confidential },
      phone: phoneIn(draft.phone),
      calledAt: calledAt.at.toISOString(),
      wantedBy: wanted ? wanted.toISOString() : null,
    },
  };
}

/** A day without a time of day means until it is over. */
const endOf = ({ at, dayOnly }: Time): Date => (dayOnly ? new Date(at.getTime() + oneDay - 1000) : at);

type Said = Readonly<Record<(typeof orderFaultCodes)[number], string>>;
const zh: Said = {
  missing: '缺少{field}',
  too_long: '{field}超过{figure}字',
  unreadable_date: '{field}无法识别，请写成 2026-11-20 10:55',
  date_in_future: '{field}晚于现在',
  wanted_before_call: '办理时限早于来电时间',
  duplicated_number: '工单编号与第{figure}行重复',
  unknown_kind: '诉求类型“{value}”应为咨询、求助、投诉、举报、建议或表扬',
  unknown_urgency: '紧急程度“{value}”应为一般、加急或紧急',
  unknown_flag: '是否保密“{value}”应为是或否',
  other_community: '这件写的是“{value}”，不属于这次导入的社区',
};
const en: Said = {
  missing: '{field} is missing',
  too_long: '{field} is longer than {figure} characters',
  unreadable_date: '{field} cannot be read as a date; write 2026-11-20 10:55',
  date_in_future: '{field} is in the future',
  wanted_before_call: 'it is wanted before it was called in',
  duplicated_number: 'the number is the same as in row {figure}',
  unknown_kind: 'the kind “{value}” must be 咨询, 求助, 投诉, 举报, 建议 or 表扬',
  unknown_urgency: 'the urgency “{value}” must be 一般, 加急 or 紧急',
  unknown_flag: '是否保密 “{value}” must be 是 or 否',
  other_community: 'it names “{value}”, which is not the community of this import',
};

/** The fault in words for the one who has to put the row right. */
export function orderFaultWords({ code, field, figure, value }: OrderFault, language: 'zh' | 'en'): string {
  const name = field ? orderAliases[field][0] : '';
  return (language === 'zh' ? zh : en)[code]
    .replace('{field}', name ?? '')
    .replace('{figure}', String(figure ?? ''))
    .replace('{value}', value ?? '');
}

export interface KnownCategory {
  id: string;
  parentId: string | null;
  /** In the reader's language. */
  name: string;
  names: readonly string[];
}

const bare = (name: string) => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** Finds a category by its name or by a path of names: 公共设施/楼道照明. Undefined where it is none, or could be several. */
export function categoryFinder(categories: readonly KnownCategory[]): (written: string) => KnownCategory | undefined {
  const byId = new Map(categories.map((one) => [one.id, one]));
  const byName = new Map<string, KnownCategory[]>();
  for (const one of categories)
    for (const name of new Set(one.names.map(bare))) byName.set(name, [...(byName.get(name) ?? []), one]);
  const isBelow = (one: KnownCategory, above: readonly string[]): boolean => {
    if (above.length === 0) return true;
    const parent = one.parentId ? byId.get(one.parentId) : undefined;
    if (!parent) return false;
    const rest = parent.names.map(bare).includes(above.at(-1) ?? '') ? above.slice(0, -1) : above;
    return isBelow(parent, rest);
  };
  return (written) => {
    const whole = byName.get(bare(written));
    if (whole?.length === 1) return whole[0];
    const path = written
      .split(/[/\\>＞→|-]+/)
      .map(bare)
      .filter(Boolean);
    const fitting = (byName.get(path.at(-1) ?? '') ?? []).filter((one) => isBelow(one, path.slice(0, -1)));
    return fitting.length === 1 ? fitting[0] : undefined;
  };
}
