import type { CategoryOutcome } from '../../contract/categories.ts';
import { exportTree, importTree } from '../modules/categories/index.ts';
import { type Command, figure, parsed } from './command.ts';
import { fileFrom, fileToRead, returnedFileOf } from './files.ts';
import { operatorOf, streetNamed } from './street.ts';
import { inWorkplace } from './workplace.ts';

export const importCategories: Command = {
  usage: `用法 Usage: npm run linju -- import categories FILE.xlsx

按“一级分类、二级分类、三级分类”的表加类别；已有的不动，没有问题的行一次写入，可以重复执行。
Adds the categories of a sheet with a column for each level; what is there stays; can be run again.

  --dry-run         只检查，不写入 check only
  --returned FILE   有问题的行写到这个文件，默认 <原名>-退回.xlsx  where the faulty rows go
  --street X        街道编码或名称（有几个街道时用）the street, where there are several
`,
  async run(args) {
    const { values, positionals } = parsed(args, {
      'dry-run': { type: 'boolean', default: false },
      returned: { type: 'string' },
      street: { type: 'string' },
    });
    const file = fileToRead(positionals[0]);
    const returnedFile = returnedFileOf(file, values.returned);
    return await inWorkplace(async ({ db, world }) => {
      const street = await streetNamed(db, values.street);
      const wanted = { file, returnedFile, language: 'zh-Hans' as const, now: world.clock.now() };
      const outcome = await db.transaction(operatorOf(street), (tx) =>
        importTree(tx, { ...wanted, dryRun: values['dry-run'] }),
      );
      process.stdout.write(summary(outcome, returnedFile));
      return 0;
    });
  },
};

function summary(outcome: CategoryOutcome, returnedFile: string): string {
  const { rows, added, same, faulty, categories, applied } = outcome;
  const counts = `新增 added ${figure(added)}，已有 same ${figure(same)}，有问题 faulty ${figure(faulty)}`;
  const written = applied ? '' : '（未写入 nothing written）';
  const returned = faulty > 0 ? `有问题的行在 The faulty rows are in: ${returnedFile}\n` : '';
  return `${figure(rows)} 行 rows：${counts}；${figure(categories)} 类 categories${written}\n${returned}`;
}

export const exportCategories: Command = {
  usage: `用法 Usage: npm run linju -- export categories FILE.xlsx

导出事项类别，可以改后再导入。Writes the sheet of categories, to be added to and brought in again.

  --street X        街道编码或名称（有几个街道时用）the street, where there are several
`,
  async run(args) {
    const { values, positionals } = parsed(args, { street: { type: 'string' } });
    const file = fileFrom(positionals[0]);
    return await inWorkplace(async ({ db }) => {
      const street = await streetNamed(db, values.street);
      const rows = await db.transaction(operatorOf(street), (tx) => exportTree(tx, file, 'zh-Hans'));
      process.stdout.write(`${figure(rows)} 行 rows → ${file}\n`);
      return 0;
    });
  },
};
