import { createStreet } from '../../db/seeds/index.ts';
import { type Command, needed, parsed } from './command.ts';
import { inWorkplace } from './workplace.ts';

export const streetCreate: Command = {
  usage: `用法 Usage: npm run linju -- street create --code <12 位区划代码> --name 同心街道 [--phone 0599-…]

建立街道（区域类型、角色、诉求分类一并建好），然后用 account create 建立第一位管理员。
Makes a street with its kinds of area, roles and categories; then make the first administrator with account create.

  --code C   12 位行政区划代码 division code of 12 digits
  --name N   街道名称 name
  --phone P  其他途径都不通时居民拨打的电话 the number people call when nothing else works
`,
  async run(args) {
    const { values } = parsed(args, { code: { type: 'string' }, name: { type: 'string' }, phone: { type: 'string' } });
    const street = {
      code: needed(values.code, '--code'),
      name: needed(values.name, '--name'),
      phone: values.phone?.trim() ?? '',
    };
    return await inWorkplace(async ({ world }) => {
      await createStreet(world, street);
      process.stdout.write(`已建立 Created: ${street.name}（${street.code}）\n`);
      return 0;
    });
  },
};
