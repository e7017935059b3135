import { CreateAccount } from '../../contract/accounts.ts';
import { tiers } from '../../contract/areas.ts';
import type { Tx } from '../kernel/db.ts';
import { accountByLogin, createAccount, grantRole, rolesOf, setPassword } from '../modules/accounts/index.ts';
import { areaNamed } from './area.ts';
import { type Command, needed, parsed, UsageError } from './command.ts';
import { newPassword } from './password.ts';
import { operatorOf, streetNamed } from './street.ts';
import { inWorkplace } from './workplace.ts';

const forPassword = `  --password-stdin  从标准输入读取密码，不在终端询问 read the password from standard input
  --street X        街道编码或名称（只有一个街道时不用）the street, where the server holds several
`;

export const accountCreate: Command = {
  usage: `用法 Usage: npm run linju -- account create --login L --name 姓名 --role administrator --area <编码或名称 code or name>

第一位管理员就这样建立。The first administrator is made this way.

  --login L         登录名：小写字母、数字、. _ - lower-case letters, digits, . _ -
  --name N          姓名 name
  --role R          角色：权限集代码或名称 permission set or the role's name: administrator, community_staff …
  --area X          角色所在的区域（街道、社区、网格…）where the role holds
  --phone P         手机号 mobile number
${forPassword}`,
  async run(args) {
    const { values } = parsed(args, {
      login: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      area: { type: 'string' },
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
        const grant = { roleId: await roleNamed(tx, role), areaId: place.id };
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

function checked(words: unknown): CreateAccount {
  const { success, data, error } = CreateAccount.safeParse(words);
  if (success) return data;
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
