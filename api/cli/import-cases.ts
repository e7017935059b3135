import type { ImportOutcome, LetterField } from '../../contract/exchange.ts';
import { fieldNamed, headerAliases, importLetters } from '../modules/exchange/index.ts';
import { areaNamed } from './area.ts';
import { type Command, figure, needed, parsed, UsageError } from './command.ts';
import { fileToRead, returnedFileOf } from './files.ts';
import { openProgress } from './progress.ts';
import { inWorkplace } from './workplace.ts';

const usage = `用法 Usage: npm run linju -- import cases FILE.xlsx --area <社区编码或名称 code or name>

把已答复的来信导入为已办结的诉求；已导入过的编号自动跳过，可以重复执行。
Turns answered letters into closed cases; numbers that are in already are skipped, so it can be run again.

  --area X          这些来信所属的社区 the community of the letters
  --map "标题=主题列"  指定某一列的表头（可多次）names a column by hand (repeat as needed)
  --returned FILE   有问题的行写到这个文件，默认 <原名>-退回.xlsx  where the refused rows go
  --street X        街道编码或名称（几个街道有同名社区时用）the street, where several have a community of this name
  --dry-run         只检查，不写入 check only

可以识别的列 Columns known:
${Object.entries(headerAliases)
  .map(([field, aliases]) => `  ${field.padEnd(10)} ${aliases.slice(0, 6).join(' ')} …`)
  .join('\n')}
`;

export const importCases: Command = {
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
    const area = needed(values.area, '--area');
    const mapped = mappedColumns(values.map ?? []);
    const returnedFile = returnedFileOf(file, values.returned);
    return await inWorkplace(async ({ db, world }) => {
      const { context, area: community } = await areaNamed(db, area, ['community'], values.street);
      const progress = openProgress('导入 Importing');
      const started = performance.now();
      const outcome = await importLetters(world, context, {
        file,
        communityId: community.id,
        mapped,
        returnedFile,
        language: 'zh',
        dryRun: values['dry-run'],
        now: world.clock.now(),
        onProgress: progress.update,
      }).finally(progress.end);
      process.stdout.write(summary(outcome, values['dry-run'], performance.now() - started));
      return 0;
    });
  },
};

function mappedColumns(pairs: readonly string[]): Partial<Record<LetterField, string>> {
  const mapped: Partial<Record<LetterField, string>> = {};
  for (const pair of pairs) {
    const [name = '', header = ''] = pair.split(/=(.*)/s).map((part) => part.trim());
    const field = fieldNamed(name);
    if (!field || header === '') throw new UsageError(`看不懂 Not understood: --map "${pair}"`);
    mapped[field] = header;
  }
  return mapped;
}

function summary(
  { rows, added, skipped, refused, returnedFile }: ImportOutcome,
  dryRun: boolean,
  milliseconds: number,
): string {
  const seconds = (milliseconds / 1000).toFixed(1);
  const counts = dryRun
    ? `可导入 would be added ${figure(rows - refused)}，有问题 refused ${figure(refused)}（未写入 nothing written）`
    : `新增 added ${figure(added)}，已有 already in ${figure(skipped)}，有问题 refused ${figure(refused)}`;
  const returned = returnedFile ? `有问题的行在 The refused rows are in: ${returnedFile}\n` : '';
  return `${figure(rows)} 行 rows：${counts}，用时 in ${seconds} s\n${returned}`;
}
