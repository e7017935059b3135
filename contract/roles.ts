import { z } from 'zod';
import { Account, Role, RoleSet } from './accounts.ts';
import { Cursor, Id, Instant, Limit } from './wire.ts';

/** Everything that is written down about an account. */
export const accountVerbs = [
  'create',
  'grant',
  'end_grant',
  'suspend',
  'reinstate',
  'sign_in',
  'end_session',
  'change_password',
  'reset_password',
  'set_second_step',
  'remove_second_step',
  'reset_second_step',
  'renew_recovery_codes',
  'use_recovery_code',
  'add_passkey',
  'remove_passkey',
] as const;
export const AccountVerb = z.enum(accountVerbs);
export type AccountVerb = z.infer<typeof AccountVerb>;

/** By name or login, by role, by area (whoever holds a role in it or below it). */
export const AccountsQuery = z.strictObject({
  q: z.string().trim().min(1).max(40).optional(),
  role: Id.optional(),
  area: Id.optional(),
  cursor: Cursor.optional(),
  limit: Limit,
});

export const AccountDetail = Account.extend({
  createdAt: Instant,
  /** Masked: 138****0001. */
  phone: z.string().nullable(),
  totp: z.boolean(),
  passkey: z.boolean(),
  secondStepRequired: z.boolean(),
  /** Has not yet changed the one-time password. */
  passwordTemporary: z.boolean(),
});
export type AccountDetail = z.infer<typeof AccountDetail>;

export const AccountEvent = z.object({
  id: Id,
  at: Instant,
  verb: AccountVerb,
  /** Name of whoever did it; null for the server's own command line. */
  by: z.string().nullable(),
  role: z.string().nullable(),
  area: z.string().nullable(),
});
export type AccountEvent = z.infer<typeof AccountEvent>;

export const OneTimePassword = z.object({ password: z.string() });

export const RoleDetail = Role.extend({
  /** The name in simplified Chinese and in English as they are kept. */
  nameZh: z.string(),
  nameEn: z.string(),
  /** People whose grant of it has not ended. */
  holders: z.int(),
  retiredAt: Instant.nullable(),
});
export type RoleDetail = z.infer<typeof RoleDetail>;

const RoleName = z.string().trim().min(1).max(20);
export const CreateRole = z.strictObject({
  roleSet: RoleSet,
  nameZh: RoleName,
  nameEn: z.string().trim().max(40).optional(),
});
export type CreateRole = z.infer<typeof CreateRole>;
export const RenameRole = z.strictObject({ nameZh: RoleName, nameEn: z.string().trim().max(40).optional() });
export type RenameRole = z.infer<typeof RenameRole>;

export const rolesProblems = {
  'roles.not_found': { status: 404, 'zh-Hans': '没有找到这个角色。', en: 'This role was not found.' },
  'roles.name_taken': {
    status: 409,
    'zh-Hans': '已经有角色叫这个名字了。',
    en: 'A role has this name already.',
  },
  'roles.in_use': {
    status: 409,
    'zh-Hans': '还有 {count} 人担任这个角色，先结束他们的角色，再停用它。',
    en: '{count} people still hold this role; end their grants before you retire it.',
  },
  'roles.last_administrator': {
    status: 409,
    'zh-Hans': '这是街道最后一位管理员。先请别人担任管理员，再做这件事。',
    en: 'This is the last administrator of the street; give somebody else the role first.',
  },
  'roles.not_on_yourself': {
    status: 409,
    'zh-Hans': '这里只能管别人的。自己的请到“我的账号”里改。',
    en: 'This is for others; change your own under My account.',
  },
  'roles.period_reversed': {
    status: 422,
    'zh-Hans': '结束的日子要在开始的日子后面。',
    en: 'The last day must come after the first.',
  },
} as const;
