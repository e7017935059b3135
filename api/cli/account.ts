import { CreateAccount } from '../../contract/accounts.ts';
import { tiers } from '../../contract/areas.ts';
import { sql, type Tx } from '../kernel/db.ts';
import { accountByLogin, refuseWeakPassword, setPassword } from '../modules/accounts/index.ts';
import { resetSecondStep } from '../modules/authenticators/index.ts';
import { createAccount, grantRole, rolesOf } from '../modules/roles/index.ts';
import { areaNamed } from './area.ts';
import { type Command, needed, parsed, reported, UsageError } from './command.ts';
import { newPassword } from './password.ts';
import { operatorOf, streetNamed } from './street.ts';
import { inWorkplace } from './workplace.ts';

const forPassword = `  --password-stdin  从标准输入读取密码，不在终端询问 read the password from standard input
  --street X        街道编码或名称（只有一个街道时不用）the street, where the server holds several
`;

export const accountCreate: Command = {
  usage: `用法 Usage: npm run linju -- account create --login L --name 姓名 --role administrator --area <编码或名称 code or name> [--organization 单位]

第一位管理员就这样建立。The first administrator is made this way.

  --login L         登录名：小写字母、数字、. _ - lower-case letters, digits, . _ -
  --name N          姓名 name
  --role R          角色：权限集代码或名称 permission set or the role's name: administrator, community_staff …
  --area X          角色所在的区域（街道、社区、网格…）where the role holds
  --organization O  所属单位的名称 the body this person works for, by name
  --phone P         手机号 mobile number
${forPassword}`,
  async run(args) {
    const { values } = parsed(args, {
      login: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      area: { type: 'string' },
      organization: { type: 'string' },
      phone: { type: 'string' },
      street: { type: 'string' },
      'password-stdin': { type: 'boolean', default: false },
    });
    const [role, area] = [needed(values.role, '--role'), needed(values.area, '--area')];
    const login = needed(values.login, '--login');
    const name = needed(values.name, '--name');
    const words = checked({ login, name, phone: values.phone, password: await newPassword(values['password-stdin']) });
    return await inWorkplace(async ({ db, world }) => {
      const { context, street, area: place } = await areaNamed(db, area, tiers, values.street);
      const now = world.clock.now();
      await db.transaction(context, async (tx) => {
        const organizationId = await organizationNamed(tx, values.organization?.trim());
        const grant = { roleId: await roleNamed(tx, role), areaId: place.id, organizationId };
        await grantRole(tx, world, await createAccount(tx, world, words, now), grant, now);
      });
      process.stdout.write(`已建立 Created: ${words.login}（${words.name}），${street.name}\n`);
      return 0;
    });
  },
};

export const accountPassword: Command = {
  usage: `用法 Usage: npm run linju -- account password --login L\n\n${forPassword}`,
  async run(args) {
    const { values } = parsed(args, {
      login: { type: 'string' },
      street: { type: 'string' },
      'password-stdin': { type: 'boolean', default: false },
    });
    const login = needed(values.login, '--login');
    const password = await newPassword(values['password-stdin']);
    return await inWorkplace(async ({ db, world }) => {
      const street = await streetNamed(db, values.street);
      await db.transaction(operatorOf(street), async (tx) => {
        const account = await accountByLogin(tx, login);
        if (!account) throw new Error(`没有这个账号 No such account: ${login}`);
        await setPassword(
          tx,
          account.id,
          checked({ login, name: account.name, password }).password,
          null,
          world.clock.now(),
        );
        tx.afterCommit(() => world.forgetActors(account.id));
      });
      process.stdout.write(`密码已更换 Password set: ${login}\n`);
      return 0;
    });
  },
};

export const accountResetSecondStep: Command = {
  usage: `用法 Usage: npm run linju -- account reset-second-step --login L

手机丢了、恢复码也没有时用：去掉验证器、恢复码和通行密钥，退出其全部登录；密码不变。
For who lost phone and recovery codes: takes away app, codes and passkeys and ends every session; the password stays.

  --street X        街道编码或名称（只有一个街道时不用）the street, where the server holds several
`,
  async run(args) {
    const { values } = parsed(args, { login: { type: 'string' }, street: { type: 'string' } });
    const login = needed(values.login, '--login');
    return await inWorkplace(async ({ db, world }) => {
      const street = await streetNamed(db, values.street);
      await db.transaction(operatorOf(street), async (tx) => {
        const account = await accountByLogin(tx, login);
        if (!account) throw new Error(`没有这个账号 No such account: ${login}`);
        await resetSecondStep(tx, world, account.id, world.clock.now());
      });
      process.stdout.write(`第二步已去掉，下次登录重新设置 Second step removed: ${login}\n`);
      return 0;
    });
  },
};

async function organizationNamed(tx: Tx, wanted: string | undefined): Promise<string | undefined> {
  if (!wanted) return undefined;
  const all = await tx.many<{ id: string; name: string }>(
    sql`select id, name from organization where tenant_id = app.tenant() order by name`,
  );
  const [found, another] = all.filter(({ name }) => name === wanted);
  if (found && !another) return found.id;
  const list = all.map(({ name }) => `  ${name}`).join('\n');
  throw new UsageError(`请写准单位的名称 Name one of these bodies:\n${list}`);
}

function checked(words: unknown): CreateAccount {
  const { success, data, error } = CreateAccount.safeParse(words);
  if (success) {
    try {
      refuseWeakPassword(data.password, [data.login, data.phone]);
    } catch (weak) {
      throw new UsageError(`password: ${reported(weak)}`);
    }
    return data;
  }
  throw new UsageError(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}

async function roleNamed(tx: Tx, wanted: string): Promise<string> {
  const roles = await rolesOf(tx);
  const found = roles.filter(({ roleSet, labels }) => roleSet === wanted || Object.values(labels).includes(wanted));
  const [role] = found;
  if (role && found.length === 1) return role.id;
  const list = roles.map(({ roleSet, labels }) => `  ${labels['zh-Hans'] ?? ''}  ${roleSet}`).join('\n');
  throw new UsageError(`请从这些角色中指定一个 Name one of these roles:\n${list}`);
}
