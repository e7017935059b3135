import { z } from 'zod';
import { Id, Instant } from './wire.ts';

const zhHans = z.string().trim().min(1).max(40);
const english = z.string().trim().min(1).max(60);

/** What a category is called; the traditional form follows from the simplified one, where English is missing that one stands. */
export const CategoryNames = z.strictObject({ 'zh-Hans': zhHans, en: english.nullable() });
export type CategoryNames = z.infer<typeof CategoryNames>;

/** One category of the tree as those see it who keep it. */
export const CategoryNode = z.object({
  id: Id,
  parentId: Id.nullable(),
  /** Stays whatever becomes of it; Open311 calls it by this. */
  code: z.string(),
  /** In the reader's language. */
  name: z.string(),
  names: z.object({ 'zh-Hans': z.string(), en: z.string().nullable() }),
  /** Danger to life or property. */
  danger: z.boolean(),
  /** Number to call before anything is written. */
  callFirst: z.string().nullable(),
  /** A matter of everybody: a neighbour may hear that one is open close by. */
  shared: z.boolean(),
  deadlineClass: z.object({ id: Id, name: z.string() }),
  /** Since when it is no longer offered; null while it is. */
  endedAt: Instant.nullable(),
  /** Open cases of it and of everything under it. */
  openCases: z.int(),
  version: z.int(),
});
export type CategoryNode = z.infer<typeof CategoryNode>;
/** The whole tree, each category after the one it stands under, in the order of the street. */
export const CategoryTree = z.object({ nodes: z.array(CategoryNode) });
export type CategoryTree = z.infer<typeof CategoryTree>;

const said = {
  names: CategoryNames,
  danger: z.boolean(),
  callFirst: z
    .string()
    .trim()
    .regex(/^\d{3,12}$/)
    .nullable(),
  shared: z.boolean(),
  deadlineClassId: Id,
};
export const EditCategory = z.strictObject(said);
export type EditCategory = z.infer<typeof EditCategory>;
/** Comes last under its parent; null: it stands at the top. */
export const AddCategory = z.strictObject({ ...said, parentId: Id.nullable() });
export type AddCategory = z.infer<typeof AddCategory>;
/** Where a category goes: under which, and before which of those there; null: last. */
export const PlaceCategory = z.strictObject({ parentId: Id.nullable(), beforeId: Id.nullable() });
export type PlaceCategory = z.infer<typeof PlaceCategory>;

/** A dry run judges every row and writes nothing. */
export const CategoryImportQuery = z.strictObject({ dryRun: z.enum(['true', 'false']).default('true') });
/** What a sheet of categories comes to: `added + same + faulty = rows`. */
export const CategoryOutcome = z.object({
  rows: z.int(),
  /** Rows that make at least one category. */
  added: z.int(),
  same: z.int(),
  faulty: z.int(),
  /** Categories made, of all levels. */
  categories: z.int(),
  /** Whether it was written. */
  applied: z.boolean(),
  /** The first faults, as they stand in the returned workbook. */
  faults: z.array(z.object({ row: z.int(), words: z.string() })),
  /** The faulty rows with the reason of each, a workbook in base64; null when there are none. */
  returned: z.string().nullable(),
});
export type CategoryOutcome = z.infer<typeof CategoryOutcome>;

export const categoriesProblems = {
  'categories.not_found': { status: 404, 'zh-Hans': '没有找到这个类别。', en: 'This category was not found.' },
  'categories.name_taken': {
    status: 409,
    'zh-Hans': '同一级里已经有叫这个名字的类别了，换个名字吧。',
    en: 'A category beside it has this name already; please choose another.',
  },
  'categories.ended': {
    status: 409,
    'zh-Hans': '这个类别已经停用了。',
    en: 'This category has been ended already.',
  },
  'categories.in_use': { status: 409, 'zh-Hans': '这个类别正在用。', en: 'This category is in use.' },
  'categories.parent_ended': {
    status: 409,
    'zh-Hans': '上一级已经停用了，请先恢复上一级。',
    en: 'The category above has been ended; bring that one back first.',
  },
  'categories.below_itself': {
    status: 422,
    'zh-Hans': '不能放到它自己下面，请换个地方。',
    en: 'A category cannot stand under itself; please choose another place.',
  },
  'categories.unknown_place': {
    status: 422,
    'zh-Hans': '要放的地方已经找不到了，请重新选。',
    en: 'The place for it was not found; please choose again.',
  },
  'categories.number_without_danger': {
    status: 422,
    'zh-Hans': '只有危险的事才写先拨打的电话。',
    en: 'A number to call first belongs to a danger only.',
  },
  'categories.unreadable': {
    status: 422,
    'zh-Hans': '这个文件读不了，请用 .xlsx，不带密码、不带宏。',
    en: 'This file cannot be read; use .xlsx without a password or macros.',
  },
  'categories.columns_missing': {
    status: 422,
    'zh-Hans': '没有找到“一级分类”这一列。可以先导出一份，照着填。',
    en: 'The column “Level 1” was not found. Export the sheet first and fill that in.',
  },
} as const;

/** The words of the sheet. zh-Hant is made from zh-Hans. */
export const categorySheetWords = {
  'zh-Hans': {
    title: '事项类别',
    reason: '错误原因',
    level: ['一级分类', '二级分类', '三级分类', '四级分类', '五级分类', '六级分类', '七级分类', '八级分类'],
    faults: {
      empty: '一级分类空着',
      gap: '中间一级空着，合并的单元格请先拆开填满',
      name_long: '名称超过40字',
      ended: '“{value}”已经停用，请先在系统里恢复',
      repeated: '与第{value}行重复',
    },
  },
  en: {
    title: 'Categories',
    reason: 'Reason',
    level: ['Level 1', 'Level 2', 'Level 3', 'Level 4', 'Level 5', 'Level 6', 'Level 7', 'Level 8'],
    faults: {
      empty: 'level 1 is empty',
      gap: 'a level in between is empty; split merged cells and fill them',
      name_long: 'a name is longer than 40 characters',
      ended: '“{value}” has been ended; bring it back in the system first',
      repeated: 'the same as row {value}',
    },
  },
} as const;
