import { z } from 'zod';
import { CaseKind } from './cases.ts';
import { Instant } from './wire.ts';

/** What a file of letters may bring; columns are found by their header. */
export const letterFields = [
  'number',
  'raiser',
  'title',
  'raisedAt',
  'body',
  'reply',
  'repliedAt',
  'kind',
  'place',
] as const;
export const LetterField = z.enum(letterFields);
export type LetterField = z.infer<typeof LetterField>;

/** Without these columns no letter can become a closed case. */
export const neededLetterFields = ['number', 'title', 'raisedAt', 'body', 'reply', 'repliedAt'] as const;

/** One answered letter, clean: it becomes a closed case. */
export const Letter = z.strictObject({
  number: z.string().min(1).max(64),
  title: z.string().min(1).max(200),
  body: z.string().min(1).max(20_000),
  kind: CaseKind,
  raisedAt: Instant,
  reply: z.string().min(1).max(20_000),
  repliedAt: Instant,
  place: z.string().max(120).optional(),
  /** How the file names the one who wrote; never resolved to a person. */
  raiser: z.string().max(64).optional(),
});
export type Letter = z.infer<typeof Letter>;

export const letterFaultCodes = [
  'missing',
  'too_long',
  'unreadable_date',
  'date_in_future',
  'reply_before_letter',
  'duplicated_number',
  'unknown_kind',
] as const;
export const LetterFault = z.object({
  code: z.enum(letterFaultCodes),
  field: LetterField.optional(),
  /** The row that carries the same number, for `duplicated_number`; the limit, for `too_long`. */
  figure: z.int().optional(),
});
export type LetterFault = z.infer<typeof LetterFault>;

/** What an import did: `added + skipped + refused = rows`; a dry run adds and skips nothing. */
export const ImportOutcome = z.object({
  rows: z.int(),
  added: z.int(),
  /** Were there already. */
  skipped: z.int(),
  refused: z.int(),
  /** Workbook with the refused rows and the reason of each; null when there are none. */
  returnedFile: z.string().nullable(),
});
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** Why a file is not taken at all; the codes after the dot are those of the spreadsheet reader. */
export const exchangeProblems = {
  'exchange.not_a_workbook': {
    status: 422,
    'zh-Hans': '这不是 Excel 工作簿（.xlsx）。',
    en: 'This is not an Excel workbook (.xlsx).',
  },
  'exchange.old_or_encrypted': {
    status: 422,
    'zh-Hans': '文件是旧格式（.xls）或设了密码，请另存为不带密码的 .xlsx。',
    en: 'The file is in the old format (.xls) or has a password; save it as .xlsx without one.',
  },
  'exchange.too_many_bytes': { status: 413, 'zh-Hans': '文件太大。', en: 'The file is too large.' },
  'exchange.unpacks_too_large': {
    status: 422,
    'zh-Hans': '文件展开后太大，请分成几个文件。',
    en: 'The file unpacks to too much; split it into several files.',
  },
  'exchange.has_macros': {
    status: 422,
    'zh-Hans': '文件带有宏，请另存为不带宏的 .xlsx。',
    en: 'The file has macros; save it as .xlsx without them.',
  },
  'exchange.too_many_cells': {
    status: 422,
    'zh-Hans': '表格单元格太多，请分成几个文件。',
    en: 'The sheet has too many cells; split it into several files.',
  },
  'exchange.too_many_rows': {
    status: 422,
    'zh-Hans': '表格行数太多，请分成几个文件。',
    en: 'The sheet has too many rows; split it into several files.',
  },
  'exchange.damaged': {
    status: 422,
    'zh-Hans': '文件已损坏，读不出来。',
    en: 'The file is damaged and cannot be read.',
  },
  'exchange.columns_missing': {
    status: 422,
    'zh-Hans': '没有找到这些列：{missing}。表头有：{headers}。可以用 --map "标题=主题列" 指定。',
    en: 'These columns were not found: {missing}. The header has: {headers}. Name them with --map "title=Your column".',
  },
} as const;

/** The words of an exported list of cases: headers, and codes as people read them. zh-Hant is made from zh-Hans. */
export const caseSheetWords = {
  'zh-Hans': {
    title: '诉求清单',
    byline: '填报单位：{body}　填报人：{name}　时间：{time}',
    cut: '清单较长，只导出了前 {rows} 件，请缩小范围再导出其余部分。',
    columns: {
      position: '序号',
      number: '编号',
      title: '标题',
      kind: '诉求类型',
      category: '分类',
      source: '来源',
      state: '状态',
      community: '社区',
      grid: '网格',
      place: '地点',
      handler: '承办单位',
      raisedAt: '反映时间',
      dueAt: '办理期限',
      closedAt: '办结时间',
      standing: '期限情况',
    },
    codes: {
      consultation: '咨询',
      help: '求助',
      complaint: '投诉',
      report: '举报',
      suggestion: '建议',
      praise: '表扬',
      mobile: '群众上报',
      grid_worker: '网格员巡查',
      phone: '电话',
      counter: '来访',
      hotline: '12345 转办',
      visit: '入户走访',
      letter: '来信',
      check: '举一反三',
      submitted: '待受理',
      accepted: '待派单',
      assigned: '待签收',
      in_progress: '办理中',
      resolved: '待确认',
      closed: '已办结',
      reopened: '重新办理',
      refused: '不予受理',
      suspended: '挂起',
      merged: '已并案',
      archived: '已归档',
      none: '没有期限',
      on_time: '按时',
      near: '快到期',
      overdue: '已超期',
      met: '按时办好',
      missed: '超期办好',
      paused: '挂起，不计时',
    },
  },
  en: {
    title: 'Cases',
    byline: 'Filled in by: {body}, {name}   Time: {time}',
    cut: 'The list is long: only the first {rows} were exported. Narrow the filter to export the rest.',
    columns: {
      position: 'No.',
      number: 'Number',
      title: 'Title',
      kind: 'Kind',
      category: 'Category',
      source: 'Source',
      state: 'State',
      community: 'Community',
      grid: 'Grid',
      place: 'Place',
      handler: 'Handled by',
      raisedAt: 'Raised',
      dueAt: 'Due',
      closedAt: 'Closed',
      standing: 'Deadline',
    },
    codes: {
      consultation: 'Question',
      help: 'Help',
      complaint: 'Complaint',
      report: 'Report',
      suggestion: 'Suggestion',
      praise: 'Praise',
      mobile: 'Resident',
      grid_worker: 'Grid worker',
      phone: 'Phone',
      counter: 'Counter',
      hotline: 'Hotline 12345',
      visit: 'Home visit',
      letter: 'Letter',
      check: 'Checked elsewhere',
      submitted: 'To accept',
      accepted: 'To assign',
      assigned: 'To sign for',
      in_progress: 'In progress',
      resolved: 'To confirm',
      closed: 'Closed',
      reopened: 'Reopened',
      refused: 'Not accepted',
      suspended: 'On hold',
      merged: 'Merged',
      archived: 'Archived',
      none: 'No deadline',
      on_time: 'On time',
      near: 'Due soon',
      overdue: 'Overdue',
      met: 'Done in time',
      missed: 'Done late',
      paused: 'On hold, clock stopped',
    },
  },
} as const;

/** An overview as a workbook. */
export const overviewSheetWords = {
  'zh-Hans': {
    title: '诉求总览',
    byline: '{area}　{from} 至 {to}　填报单位：{body}　填报人：{name}　时间：{time}',
    columns: ['类别', '项目', '这段时间', '前一段', '眼下在办', '其中超期'],
    sections: {
      ...{ rate: '三率', total: '办理情况', area: '各片', category: '反映的是什么', course: '提出 / 办结' },
      ...{ answered: '首次答复用时中位数（分钟） / 件', closed: '办结用时中位数（分钟） / 件' },
    },
    whole: '合计',
    rates: { responded: '响应率', solved: '解决率', satisfied: '满意率' },
  },
  en: {
    title: 'Overview of requests',
    byline: '{area}, {from} to {to}. {body}, {name}, {time}',
    columns: ['Part', 'Item', 'This period', 'Before', 'Open now', 'Overdue now'],
    sections: {
      ...{ rate: 'Rates', total: 'What was done', area: 'Areas', category: 'Subjects', course: 'Raised / closed' },
      ...{ answered: 'Median minutes to first answer / cases', closed: 'Median minutes to closing / cases' },
    },
    whole: 'All',
    rates: { responded: 'Responded', solved: 'Solved', satisfied: 'Satisfied' },
  },
} as const;
