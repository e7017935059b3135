import { z } from 'zod';
import { Id } from './wire.ts';

/** The columns of the sheet of areas, in their order; found again by their header. */
export const gazetteerColumns = [
  'code',
  'name',
  'kind',
  'parent',
  'estate',
  'estateType',
  'group',
  'phone',
  'lon',
  'lat',
] as const;
export type GazetteerColumn = (typeof gazetteerColumns)[number];

/** Below an area, or the whole street. */
export const GazetteerQuery = z.strictObject({ area: Id.optional() });
/** A dry run judges every row and writes nothing. */
export const GazetteerImportQuery = z.strictObject({ dryRun: z.enum(['true', 'false']).default('true') });

/** What an import of areas comes to: `added + changed + same + faulty = rows`. */
export const GazetteerOutcome = z.object({
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  faulty: z.int(),
  /** Whether it was written. */
  applied: z.boolean(),
  /** The first faults, as they stand in the returned workbook. */
  faults: z.array(z.object({ row: z.int(), words: z.string() })),
  /** The faulty rows with the reason of each, a workbook in base64; null when there are none. */
  returned: z.string().nullable(),
});
export type GazetteerOutcome = z.infer<typeof GazetteerOutcome>;

export const gazetteerProblems = {
  'gazetteer.unreadable': {
    status: 422,
    'zh-Hans': '这个文件读不了，请用 .xlsx，不带密码、不带宏。',
    en: 'This file cannot be read; use .xlsx without a password or macros.',
  },
  'gazetteer.columns_missing': {
    status: 422,
    'zh-Hans': '没有找到这些列：{missing}。可以先导出一份，照着填。',
    en: 'These columns were not found: {missing}. Export the sheet first and fill that in.',
  },
} as const;

/** The words of the sheet. zh-Hant is made from zh-Hans. */
export const gazetteerWords = {
  'zh-Hans': {
    title: '区域名册',
    byline: '填报单位：{body}　填报人：{name}　时间：{time}',
    reason: '错误原因',
    columns: {
      code: '编码',
      name: '名称',
      kind: '类型',
      parent: '上级编码',
      estate: '小区',
      estateType: '小区类型',
      group: '居民小组',
      phone: '电话',
      lon: '经度',
      lat: '纬度',
    },
    estateTypes: {
      old: '老旧小区',
      commercial: '商品房小区',
      resettlement: '拆迁安置小区',
      affordable: '保障房小区',
      self_built: '自建房',
      other: '其他',
    },
    faults: {
      name_missing: '缺少名称',
      name_long: '名称超过40字',
      bad_code: '编码只能是字母、数字、点和横线',
      unknown_kind: '没有这种类型：{value}',
      unknown_parent: '没有上级编码 {value} 的区域，或那一行有错',
      wrong_level: '{value}不能放在那个上级下面',
      moved: '上级和系统里的不一样，请在系统里划转',
      kind_changed: '类型和系统里的不一样，类型不能改',
      closed: '这个编码的区域已经撤销',
      code_taken: '编码与第{value}行重复',
      name_taken: '同一个上级下面已经有这个名称',
      unknown_estate_type: '没有这种小区类型：{value}',
      bad_position: '经纬度不对',
      codes_used_up: '这一级的编码用完了，请自己写一个',
    },
  },
  en: {
    title: 'Areas',
    byline: 'Filled in by: {body}, {name}   Time: {time}',
    reason: 'Reason',
    columns: {
      code: 'Code',
      name: 'Name',
      kind: 'Kind',
      parent: 'Parent code',
      estate: 'Estate',
      estateType: 'Estate type',
      group: "Residents' group",
      phone: 'Phone',
      lon: 'Longitude',
      lat: 'Latitude',
    },
    estateTypes: {
      old: 'Old estate',
      commercial: 'Commercial housing',
      resettlement: 'Resettlement housing',
      affordable: 'Affordable housing',
      self_built: 'Self-built houses',
      other: 'Other',
    },
    faults: {
      name_missing: 'the name is missing',
      name_long: 'the name is longer than 40 characters',
      bad_code: 'a code has letters, digits, points and hyphens only',
      unknown_kind: 'there is no such kind: {value}',
      unknown_parent: 'no area has the parent code {value}, or its row is faulty',
      wrong_level: 'a {value} cannot stand below that parent',
      moved: 'the parent differs from the system; move the area there',
      kind_changed: 'the kind differs from the system; kinds do not change',
      closed: 'the area with this code is closed',
      code_taken: 'the code is the same as in row {value}',
      name_taken: 'an area of this name stands below the same parent already',
      unknown_estate_type: 'there is no such type of estate: {value}',
      bad_position: 'longitude or latitude is not right',
      codes_used_up: 'the codes of this level are used up; write one yourself',
    },
  },
} as const;
