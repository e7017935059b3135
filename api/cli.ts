import { type Command, reported, UsageError } from './cli/command.ts';

/** Loaded when called for: the modules behind them take longer to load than most commands to run. */
const commands: Readonly<Record<string, { summary: string; load(): Promise<Command> }>> = {
  'import cases': {
    summary: '导入已答复的来信 import answered letters from an Excel workbook',
    load: async () => (await import('./cli/import-cases.ts')).importCases,
  },
  'import hotline': {
    summary: '导入 12345 热线工单 import a list of the hotline as open cases',
    load: async () => (await import('./cli/import-hotline.ts')).importHotline,
  },
  'import areas': {
    summary: '按区域名册新增、修改区域 add and change areas by an Excel workbook',
    load: async () => (await import('./cli/areas-sheet.ts')).importAreas,
  },
  'export areas': {
    summary: '导出区域名册 write the tree of areas as an Excel workbook',
    load: async () => (await import('./cli/areas-sheet.ts')).exportAreas,
  },
  'import categories': {
    summary: '按表加事项类别 add categories by an Excel workbook',
    load: async () => (await import('./cli/categories-sheet.ts')).importCategories,
  },
  'export categories': {
    summary: '导出事项类别 write the tree of categories as an Excel workbook',
    load: async () => (await import('./cli/categories-sheet.ts')).exportCategories,
  },
  'audit verify': {
    summary: '核对操作记录是否被改动 check the record of who did what',
    load: async () => (await import('./cli/audit-verify.ts')).auditVerify,
  },
  'db migrate': {
    summary: '把数据库升级到最新结构 bring the database to the newest schema',
    load: async () => (await import('./cli/database-commands.ts')).databaseMigrate,
  },
  'db verify': {
    summary: '检查数据库是否安全、完整 check that the database is safe and whole',
    load: async () => (await import('./cli/database-commands.ts')).databaseVerify,
  },
  'street create': {
    summary: '新建街道 make a street, before its first account',
    load: async () => (await import('./cli/street-create.ts')).streetCreate,
  },
  'account create': {
    summary: '新建账号并授予角色 make an account and grant it a role',
    load: async () => (await import('./cli/account.ts')).accountCreate,
  },
  'account reset-second-step': {
    summary: '去掉丢失的第二步 take away a second step that was lost',
    load: async () => (await import('./cli/account.ts')).accountResetSecondStep,
  },
  'account password': {
    summary: '重设密码，并退出其全部登录 set a password and end every session of the account',
    load: async () => (await import('./cli/account.ts')).accountPassword,
  },
};

process.exitCode = await run(process.argv.slice(2));

/** Exit codes: 0 done, 1 failed or something is wrong, 2 the command was not understood. */
async function run(words: readonly string[]): Promise<number> {
  if (words.length === 0 || ['help', '--help', '-h'].includes(words[0] ?? '')) {
    process.stdout.write(overview());
    return 0;
  }
  const name = words.slice(0, 2).join(' ');
  const command = Object.hasOwn(commands, name) ? await commands[name]?.load() : undefined;
  if (!command) {
    process.stderr.write(`没有这个命令 Unknown command: ${name}\n\n${overview()}`);
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
  const rows = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(25)} ${summary}`);
  return `用法 Usage: npm run linju -- <命令 command> [--help]\n\n${rows.join('\n')}\n`;
}
