import type { GazetteerOutcome } from '../../contract/gazetteer.ts';
import { exportGazetteer, importGazetteer } from '../modules/gazetteer/index.ts';
import { areaNamed } from './area.ts';
import { type Command, figure, parsed } from './command.ts';
import { fileFrom, fileToRead, returnedFileOf } from './files.ts';
import { operatorOf, streetNamed } from './street.ts';
import { inWorkplace } from './workplace.ts';

export const importAreas: Command = {
  usage: `用法 Usage: npm run linju -- import areas FILE.xlsx

按区域名册新增、修改区域；没有问题的行一次写入，可以重复执行。表样用 export areas 导出。
Adds and changes areas by the sheet that export areas writes; can be run again.

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
      const wanted = {
        file,
        returnedFile,
        language: 'zh-Hans' as const,
        dryRun: values['dry-run'],
        now: world.clock.now(),
      };
      const outcome = await db.transaction(operatorOf(street), (tx) => importGazetteer(tx, wanted));
      process.stdout.write(summary(outcome, returnedFile));
      return 0;
    });
  },
};

function summary({ rows, added, changed, same, faulty, applied }: GazetteerOutcome, returnedFile: string): string {
  const counts = `新增 added ${figure(added)}，修改 changed ${figure(changed)}，没变 same ${figure(same)}，有问题 faulty ${figure(faulty)}`;
  const written = applied ? '' : '（未写入 nothing written）';
  const returned = faulty > 0 ? `有问题的行在 The faulty rows are in: ${returnedFile}\n` : '';
  return `${figure(rows)} 行 rows：${counts}${written}\n${returned}`;
}

export const exportAreas: Command = {
  usage: `用法 Usage: npm run linju -- export areas FILE.xlsx

导出区域名册，可以改后再导入。Writes the sheet of areas, to be changed and brought in again.

  --area X          只导出这个社区或网格（编码或名称）only below this community or grid
  --street X        街道编码或名称（有几个街道时用）the street, where there are several
`,
  async run(args) {
    const { values, positionals } = parsed(args, { area: { type: 'string' }, street: { type: 'string' } });
    const file = fileFrom(positionals[0]);
    return await inWorkplace(async ({ db, world }) => {
      const found = values.area ? await areaNamed(db, values.area, ['community', 'grid'], values.street) : undefined;
      const street = found?.street ?? (await streetNamed(db, values.street));
      const area = found?.area ?? street;
      const rows = await db.transaction(operatorOf(street), (tx) =>
        exportGazetteer(tx, {
          ...{ file, areaId: area.id, areaName: area.name },
          ...{ language: 'zh-Hans', now: world.clock.now() },
        }),
      );
      process.stdout.write(`${figure(rows)} 行 rows → ${file}\n`);
      return 0;
    });
  },
};
