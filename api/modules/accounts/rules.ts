/** Failed sign-ins allowed per login and address in a quarter of an hour (BARS S6). */
export const triesAllowed = 10;
export const triesWindowMinutes = 15;
/** Days a session lasts without being renewed. */
export const sessionDays = 30;

export function tooManyTries(failures: number): boolean {
  return failures >= triesAllowed;
}

/** At least 8 characters of at least two kinds, without the login name. */
export function isWeakPassword(password: string, login: string): boolean {
  const kinds = [/[a-z]/i, /\d/, /[^a-z0-9]/i].filter((kind) => kind.test(password)).length;
  return password.length < 8 || kinds < 2 || password.toLowerCase().includes(login.toLowerCase());
}

export function looksLikePhone(login: string): boolean {
  return /^1[3-9]\d{9}$/.test(login);
}

/** 王建国 → 王建国您好 is stiff; where nobody said how they like to be greeted, the name itself. */
export function salutationOf(name: string, salutation: string): string {
  return salutation || name;
}
