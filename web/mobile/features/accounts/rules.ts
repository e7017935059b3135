/** How many digits a mobile number lacks (negative: has too many); 0 when it is whole or not meant as a number. */
export function digitsMissing(login: string): number {
  const text = login.replace(/[\s-]/g, '');
  return /^1\d{5,}$/.test(text) ? 11 - text.length : 0;
}

const browsers = [
  ['MicroMessenger', '微信 WeChat'],
  ['Edg', 'Edge'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** Browser and system of a User-Agent in words, as far as they are known: Android, Chrome. */
export function deviceName(userAgent: string): string {
  const named = (marks: readonly (readonly [string, string])[]) =>
    marks.find(([mark]) => userAgent.includes(mark))?.[1];
  const parts = [named(systems), named(browsers)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : userAgent.slice(0, 40);
}
