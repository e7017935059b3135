import type { NextStep, RoleSet } from '../../../contract/accounts.ts';

/** Failed sign-ins allowed per login and address in a quarter of an hour (BARS S6). */
export const triesAllowed = 10;
export const triesWindowMinutes = 15;
/** Days a session lasts without being renewed. */
export const sessionDays = 30;

export function tooManyTries(failures: number): boolean {
  return failures >= triesAllowed;
}

/** Whoever holds one of these signs in with two steps (DOMAIN §10). */
const twoStepSets: readonly RoleSet[] = ['street_officer', 'administrator'];

export function needsSecondStep(roleSets: readonly RoleSet[]): boolean {
  return roleSets.some((set) => twoStepSets.includes(set));
}

export interface SignInState {
  /** Somebody in a role that demands a second step. */
  required: boolean;
  hasTotp: boolean;
  hasPasskey: boolean;
  /** The session has passed a second step. */
  passed: boolean;
  /** The password was given by an administrator for one sign-in. */
  temporaryPassword: boolean;
}

/** What a session has to do first; undefined when it is open. A new password never comes before the second step: a reset would else go round it. */
export function nextStep(state: SignInState): NextStep | undefined {
  const { required, hasTotp, hasPasskey, passed, temporaryPassword } = state;
  if (!passed && (hasTotp || (required && hasPasskey))) return 'second_step';
  if (temporaryPassword) return 'password_change';
  return !passed && required ? 'second_step_setup' : undefined;
}

export const shortestPassword = 8;
/** From this length on the kinds of characters do not matter (NIST SP 800-63B-4). */
export const longPassword = 15;

// The words people here try first; whoever guesses begins with them.
const known = new Set(
  `password passw0rd p@ssw0rd p@ssword admin@123 admin123 admin888 admin@888 a123456 a123456. a1234567 a12345678 aa123456 aa123456. aa123456! aa123456@
  abc123456 abc@1234 abc@123456 abcd1234 abcd@1234 qwe123456 qwer1234 qwer@1234 qwerty123 qwerty@123 1qaz2wsx 1qaz@wsx 1qaz!qaz zaq12wsx !qaz2wsx
  woaini1314 woaini520 woaini@1314 5201314a 5201314abc iloveyou1 iloveyou@1 88888888a a88888888 12345678a 123456789a 123456abc 123abc456 asd123456 zxc123456
  root@123 test@123 test1234 welcome1 welcome@1 changeme1 changeme@1 linju@123 linju@2026 shequ@123 shequ123 jiedao@123 gov@12345 zhengfu@123 zxcvbnm1 china@123`.split(
    /\s+/,
  ),
);

export type PasswordFault =
  | 'accounts.password_short'
  | 'accounts.password_plain'
  | 'accounts.password_known'
  | 'accounts.password_holds_login';

/** What is wrong with a new password; undefined when it will do. `names` are the login and the phone number. */
export function passwordFault(password: string, names: readonly string[]): PasswordFault | undefined {
  const lower = password.toLowerCase();
  if (password.length < shortestPassword) return 'accounts.password_short';
  if (names.some((name) => name.length >= 3 && lower.includes(name.toLowerCase())))
    return 'accounts.password_holds_login';
  if (known.has(lower)) return 'accounts.password_known';
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
  if (password.length < longPassword && kinds < 3) return 'accounts.password_plain';
  return new Set(lower).size < 5 ? 'accounts.password_plain' : undefined;
}

export function looksLikePhone(login: string): boolean {
  return /^1[3-9]\d{9}$/.test(login);
}

/** 王建国 → 王建国您好 is stiff; where nobody said how they like to be greeted, the name itself. */
export function salutationOf(name: string, salutation: string): string {
  return salutation || name;
}
