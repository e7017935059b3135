import { z } from 'zod';
import { Id, Instant, Language } from './wire.ts';

/** Fixed sets of permissions; the names people see for them are data of each street. */
export const roleSets = [
  'resident',
  'grid_worker',
  'handler',
  'community_staff',
  'street_officer',
  'administrator',
] as const;
export const RoleSet = z.enum(roleSets);
export type RoleSet = z.infer<typeof RoleSet>;

export const SignIn = z.strictObject({
  /** Code of the street; may be left out where the server holds one street only. */
  street: z.string().max(20).optional(),
  /** Login name or mobile number. */
  login: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(200),
  /** A program gets its token in the answer, a browser in a cookie. */
  client: z.enum(['browser', 'program']).default('browser'),
});
export type SignIn = z.input<typeof SignIn>;

export const Grant = z.object({
  id: Id,
  roleSet: RoleSet,
  roleName: z.string(),
  area: z.object({ id: Id, name: z.string(), tier: z.string() }),
  organization: z.object({ id: Id, name: z.string() }).nullable(),
  since: Instant,
  until: Instant.nullable(),
});
export type Grant = z.infer<typeof Grant>;

export const Me = z.object({
  id: Id,
  name: z.string(),
  /** How this person likes to be greeted: 陈女士. */
  salutation: z.string(),
  language: Language,
  elderMode: z.boolean(),
  street: z.object({ id: Id, code: z.string(), name: z.string(), phone: z.string() }),
  /** The community whose desk answers this person. */
  community: z.object({ id: Id, name: z.string(), phone: z.string() }).nullable(),
  /** From grid down to the home, outermost first; empty where unknown. */
  home: z.array(z.object({ id: Id, name: z.string(), tier: z.string() })),
  grants: z.array(Grant),
  permissions: z.array(z.string()),
  demonstration: z.boolean(),
});
export type Me = z.infer<typeof Me>;

/** What a session has to do before it opens anything else. */
export const nextSteps = ['second_step', 'password_change', 'second_step_setup'] as const;
export const NextStep = z.enum(nextSteps);
export type NextStep = z.infer<typeof NextStep>;

/** `me` is there once the session is open; until then `next` says what it has to do first. */
export const SignedIn = z.object({ me: Me.optional(), next: NextStep.optional(), token: z.string().optional() });
export type SignedIn = z.infer<typeof SignedIn>;

export const UpdateMe = z.strictObject({ language: Language.optional(), elderMode: z.boolean().optional() });
export type UpdateMe = z.infer<typeof UpdateMe>;

/** Where a session stands, for the screens between the password and the first page. */
export const Standing = z.object({
  next: NextStep.nullable(),
  login: z.string(),
  name: z.string(),
  /** An app that shows codes is set up. */
  totp: z.boolean(),
  passkey: z.boolean(),
});
export type Standing = z.infer<typeof Standing>;

export const ChangePassword = z.strictObject({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) });

export type ChangePassword = z.infer<typeof ChangePassword>;

export const Session = z.object({
  id: Id,
  createdAt: Instant,
  lastSeenAt: Instant,
  device: z.string(),
  current: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const Street = z.object({ id: Id, code: z.string(), name: z.string(), phone: z.string() });
export type Street = z.infer<typeof Street>;
export const Streets = z.object({
  streets: z.array(Street),
  demonstration: z.boolean(),
  /** Domain that passkeys of this server belong to; null where they cannot be had. */
  passkeyDomain: z.string().nullable(),
});
export type Streets = z.infer<typeof Streets>;

export const DemoPerson = z.object({
  login: z.string(),
  name: z.string(),
  roleSet: RoleSet,
  roleName: z.string(),
  area: z.string(),
  street: z.string(),
});
export type DemoPerson = z.infer<typeof DemoPerson>;
export const DemoPeople = z.object({ people: z.array(DemoPerson), password: z.string() });
export type DemoPeople = z.infer<typeof DemoPeople>;

export const Account = z.object({
  id: Id,
  login: z.string(),
  name: z.string(),
  disabledAt: Instant.nullable(),
  grants: z.array(Grant),
});
export type Account = z.infer<typeof Account>;

export const CreateAccount = z.strictObject({
  login: z
    .string()
    .trim()
    .regex(/^[a-z0-9._-]{3,40}$/),
  name: z.string().trim().min(1).max(40),
  salutation: z.string().trim().max(40).optional(),
  phone: z
    .string()
    .regex(/^1[3-9]\d{9}$/)
    .optional(),
  password: z.string().min(1).max(200),
  homeAreaId: Id.optional(),
});
export type CreateAccount = z.infer<typeof CreateAccount>;

export const CreateGrant = z.strictObject({
  roleId: Id,
  areaId: Id,
  organizationId: Id.optional(),
  since: Instant.optional(),
  until: Instant.optional(),
});
export type CreateGrant = z.infer<typeof CreateGrant>;

export const Role = z.object({ id: Id, roleSet: RoleSet, name: z.string() });

export const accountsProblems = {
  'accounts.sign_in_failed': {
    status: 401,
    'zh-Hans': '账号或密码不对，请再看一看。忘了密码可以打电话给社区。',
    en: 'The login or the password is not right. If you forgot it, call the community.',
  },
  'accounts.too_many_tries': {
    status: 429,
    'zh-Hans': '试的次数太多，请过 {minutes} 分钟再登录。',
    en: 'Too many tries; please sign in again in {minutes} minutes.',
  },
  'accounts.unknown_street': { status: 404, 'zh-Hans': '没有找到这个街道。', en: 'This street was not found.' },
  'accounts.not_found': {
    status: 404,
    'zh-Hans': '没有找到这个账号，或您不能查看。',
    en: 'Account not found, or not yours to see.',
  },
  'accounts.session_not_found': {
    status: 404,
    'zh-Hans': '这次登录已经退出了。',
    en: 'This session has ended already.',
  },
  'accounts.login_taken': {
    status: 409,
    'zh-Hans': '这个登录名或手机号已经有人用了。',
    en: 'This login or phone number is taken.',
  },
  'accounts.unknown_role_or_area': {
    status: 422,
    'zh-Hans': '没有找到这个角色、区域或单位。',
    en: 'This role, area or body was not found.',
  },
  'accounts.own_rights': {
    status: 409,
    'zh-Hans': '不能停用自己，也不能收回自己最后一个管理员角色。',
    en: 'You cannot suspend yourself or end your own last administrator role.',
  },
  'accounts.wrong_password': { status: 422, 'zh-Hans': '现在的密码不对。', en: 'The present password is not right.' },
  'accounts.password_short': {
    status: 422,
    'zh-Hans': '密码至少 {least} 位，还差 {missing} 位。',
    en: 'A password has {least} characters or more; {missing} are missing.',
  },
  'accounts.password_plain': {
    status: 422,
    'zh-Hans': '密码太简单：小写字母、大写字母、数字、符号要有三种；或者写够 {long} 位，随便什么字都行。',
    en: 'Too plain: use three of lower case, upper case, digits and signs, or {long} characters of any kind.',
  },
  'accounts.password_known': {
    status: 422,
    'zh-Hans': '这个密码很多人在用，容易被猜到，请换一个。',
    en: 'Many people use this password and it is easily guessed; choose another.',
  },
  'accounts.password_holds_login': {
    status: 422,
    'zh-Hans': '密码里不能有账号或手机号。',
    en: 'The password must not contain the login or the phone number.',
  },
  'accounts.password_same': {
    status: 422,
    'zh-Hans': '新密码和现在的一样，请换一个。',
    en: 'The new password is the present one; choose another.',
  },
  'accounts.second_step_needed': {
    status: 403,
    'zh-Hans': '您的身份要用两步登录，请先设好第二步。',
    en: 'Your role signs in with two steps; set up the second one first.',
  },
  'accounts.code_needed': {
    status: 403,
    'zh-Hans': '还差一步：请输入验证码。',
    en: 'One step is left: enter your code.',
  },
  'accounts.password_change_needed': {
    status: 403,
    'zh-Hans': '这是一次性密码，请先换成自己的。',
    en: 'This password is good for one sign-in; set one of your own first.',
  },
  'accounts.not_demonstration': {
    status: 404,
    'zh-Hans': '这里没有演示账号。',
    en: 'There are no demonstration accounts here.',
  },
} as const;
