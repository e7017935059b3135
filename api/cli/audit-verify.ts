import { verifyEvents } from '../kernel/audit.ts';
import { sql } from '../kernel/db.ts';
import { type Command, figure, parsed } from './command.ts';
import { operatorOf, streetNamed, streets } from './street.ts';
import { inWorkplace } from './workplace.ts';

const usage = `用法 Usage: npm run linju -- audit verify [--street X]

逐条核对操作记录的哈希链，找出被改动或缺失的记录。
Recomputes the hash chain of every record of who did what; tells which one was altered or is missing.
退出码 Exit code: 0 完好 intact, 1 有改动 altered.
`;

export const auditVerify: Command = {
  usage,
  async run(args) {
    const { values } = parsed(args, { street: { type: 'string' } });
    return await inWorkplace(async ({ db }) => {
      const wanted = values.street ? [await streetNamed(db, values.street)] : await streets(db);
      let altered = 0;
      for (const street of wanted) {
        const { checked, broken } = await db.transaction(operatorOf(street), async (tx) => {
          // A million records take longer than a request may.
          await tx.run(sql`set local statement_timeout = 0`);
          return await verifyEvents(tx);
        });
        altered += broken.length;
        const verdict = broken.length === 0 ? '完好 intact' : `有改动 altered: ${broken.length}`;
        process.stdout.write(`${street.name}：${figure(checked)} 条 records，${verdict}\n`);
        for (const { subjectKind, subjectId, seq } of broken)
          process.stdout.write(`  ${subjectKind} ${subjectId} #${seq}\n`);
      }
      return altered === 0 ? 0 : 1;
    });
  },
};
