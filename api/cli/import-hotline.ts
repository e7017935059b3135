import type { HotlineOutcome } from '../../contract/hotline.ts';
import { importOrders, mappedColumns, orderAliases } from '../modules/hotline/index.ts';
import { areaNamed } from './area.ts';
import { type Command, figure, needed, parsed } from './command.ts';
import { fileToRead, returnedFileOf } from './files.ts';
import { openProgress } from './progress.ts';
import { inWorkplace } from './workplace.ts';

const usage = `用法 Usage: npm run linju -- import hotline FILE.xlsx --area <社区或街道的编码或名称 code or name>

把 12345 热线工单导入为待受理的诉求；已导入过的工单编号自动跳过，可以重复执行。FILE 可以是 .xlsx 或 .csv。
Turns a list of the hotline into open cases; numbers that are in already are skipped, so it can be run again.

  --area X          这批工单派到的社区，或整个街道 the community, or the street, the list was sent to
  --map "工单编号=列名"  指定某一列的表头（可多次）names a column by hand (repeat as needed)
  --returned FILE   有问题的行写到这个文件，默认 <原名>-退回.xlsx  where the faulty rows go
  --street X        街道编码或名称（几个街道有同名社区时用）the street, where several have a community of this name
  --dry-run         只检查，不写入 check only

可以识别的列 Columns known:
${Object.entries(orderAliases)
  .map(([field, aliases]) => `  ${field.padEnd(12)} ${aliases.slice(0, 6).join(' ')} …`)
  .join('\n')}
`;

export const importHotline: Command = {
  usage,
  async run(args) {
    const { values, positionals } = parsed(args, {
      area: { type: 'string' },
      map: { type: 'string', multiple: true },
      returned: { type: 'string' },
      street: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    });
    const file = fileToRead(positionals[0]);
    const wanted = needed(values.area, '--area');
    const mapped = mappedColumns(values.map ?? []);
    const returnedFile = returnedFileOf(file, values.returned);
    return await inWorkplace(async ({ db, world }) => {
      const { context, area } = await areaNamed(db, wanted, ['community', 'street'], values.street);
      const progress = openProgress('导入 Importing');
      const started = performance.now();
      const outcome = await importOrders(world, context, {
        ...{ file, areaId: area.id, mapped, returnedFile, language: 'zh', dryRun: values['dry-run'] },
        now: world.clock.now(),
        mayImport: () => true,
        onProgress: progress.update,
      }).finally(progress.end);
      process.stdout.write(summary(outcome, values['dry-run'], performance.now() - started, returnedFile));
      return 0;
    });
  },
};

function summary(outcome: HotlineOutcome, dryRun: boolean, milliseconds: number, returnedFile: string): string {
  const { rows, fresh, added, present, faulty, duplicated, late, sheet } = outcome;
  if (sheet.missing.length > 0) {
    const names = sheet.missing.map((field) => orderAliases[field][0]).join('、');
    return `没有找到这些列 Columns not found: ${names}\n表头有 The header has: ${sheet.headers.join(' | ')}\n`;
  }
  const counts = [
    dryRun ? `可导入 would be added ${figure(fresh)}` : `新增 added ${figure(added)}`,
    `已有 already in ${figure(present)}`,
    `有问题 faulty ${figure(faulty)}（其中编号重复 duplicated ${figure(duplicated)}）`,
    `已过时限 late already ${figure(late)}`,
  ].join('，');
  const unmatched = (title: string, values: HotlineOutcome['unmatchedPlaces']) =>
    values.length > 0 ? `${title}：${values.map((one) => `${one.value} ×${one.rows}`).join('；')}\n` : '';
  const seconds = (milliseconds / 1000).toFixed(1);
  return [
    `${figure(rows)} 行 rows：${counts}，用时 in ${seconds} s${dryRun ? '（未写入 nothing written）' : ''}\n`,
    unmatched('没认出楼栋的地址 Places not found', outcome.unmatchedPlaces),
    unmatched('没认出的分类 Categories not found', outcome.unmatchedCategories),
    faulty > 0 ? `有问题的行在 The faulty rows are in: ${returnedFile}\n` : '',
  ].join('');
}
