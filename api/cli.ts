import { accountCreate, accountPassword } from './cli/account.ts';
import { auditVerify } from './cli/audit-verify.ts';
import { type Command, reported, UsageError } from './cli/command.ts';
import { databaseMigrate, databaseVerify } from './cli/database-commands.ts';
import { importCases } from './cli/import-cases.ts';

const commands: readonly Command[] = [
  importCases,
  auditVerify,
  databaseMigrate,
  databaseVerify,
  accountCreate,
  accountPassword,
];

process.exitCode = await run(process.argv.slice(2));

/** Exit codes: 0 done, 1 failed or something is wrong, 2 the command was not understood. */
async function run(words: readonly string[]): Promise<number> {
  if (words.length === 0 || ['help', '--help', '-h'].includes(words[0] ?? '')) {
    process.stdout.write(overview());
    return 0;
  }
  const command = commands.find(({ name }) => name === words.slice(0, 2).join(' '));
  if (!command) {
    process.stderr.write(`没有这个命令 Unknown command: ${words.slice(0, 2).join(' ')}\n\n${overview()}`);
    return 2;
  }
  if (words.includes('--help')) {
    process.stdout.write(command.usage);
    return 0;
  }
  try {
    return await command.run(words.slice(2));
  } catch (error) {
    process.stderr.write(`${reported(error)}\n`);
    if (!(error instanceof UsageError)) return 1;
    process.stderr.write(`\n${command.usage}`);
    return 2;
  }
}

function overview(): string {
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(18)} ${summary}`);
  return `用法 Usage: npm run linju -- <命令 command> [--help]\n\n${rows.join('\n')}\n`;
}
