/** Seconds a code is shown for; the one before and the one after are good too, because clocks drift (RFC 6238 §5.2). */
export const codeSeconds = 30;
export const recoveryCodesEach = 10;

export function looksLikeCode(text: string): boolean {
  return /^\d{6}$/.test(text.replace(/\s/g, ''));
}

// Crockford's alphabet: nothing in it is mistaken for something else when copied by hand.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 50 random bits as two groups of five, 7k2mq-x9d4t. */
export function recoveryCode(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, 10), (byte) => alphabet[byte % 32] ?? '').join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** However it was copied: capitals, spaces, dashes left out, an o for a nought. */
export function plainRecoveryCode(text: string): string {
  return text.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
}
