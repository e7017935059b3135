/** How many digits a mobile number lacks (negative: has too many); 0 when it is whole or not meant as a number. */
export function digitsMissing(login: string): number {
  const text = login.replace(/[\s-]/g, '');
  return /^1\d{5,}$/.test(text) ? 11 - text.length : 0;
}
