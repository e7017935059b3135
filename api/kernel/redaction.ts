const hidden = '[hidden]';

const phone = /(?<!\d)((?:00)?86)?(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)/g;
const idNumber = /(?<!\d)(\d{3})\d{3}[ -]?\d{8}[ -]?(\d{3}[\dXx])(?!\d)/g;
const namedSecret =
  /(password|passwd|pwd|secret|token|api_?key|authorization|cookie|session|sid|otp)(["']?\s*[:=]\s*["']?)(?!\[hidden\])[^\s"'&,;}]+/gi;
const bearer = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi;
const webToken = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
/** Nothing that is meant to be read is this long without a break: a session token has 43 characters, a SHA-256 64, a UUID 36. */
const longRandom = /[\w-]{40,}={0,2}/g;

// Three quick looks before the slow work: together 1.6 µs a line, as one expression 6.3.
const manyDigits = /\d{3}[ -]?\d{4}[ -]?\d{4}/;
const longRun = /(?<![\w-])[\w-]{40}/;
const secretWord = /\beyJ|Bearer|Basic|password|passwd|pwd|secret|token|api_?key|authorization|cookie|session|sid|otp/i;

function isSuspect(text: string): boolean {
  return manyDigits.test(text) || longRun.test(text) || secretWord.test(text);
}

/** Text with phone and ID numbers masked and anything shaped like a secret hidden. */
export function redactText(text: string): string {
  if (!isSuspect(text)) return text;
  return text
    .replace(bearer, `$1 ${hidden}`)
    .replace(webToken, hidden)
    .replace(namedSecret, `$1$2${hidden}`)
    .replace(longRandom, hidden)
    .replace(idNumber, '$1***********$2')
    .replace(phone, (_, country = '', start, end) => `${country}${start}****${end}`);
}

/**
 * The last look at a finished log line. Lines without anything suspect pass untouched; the others are taken apart, so that a masked
 * number inside a JSON number cannot break the line.
 */
export function redactLine(line: string): string {
  if (!isSuspect(line)) return line;
  try {
    return `${JSON.stringify(redactValue(JSON.parse(line)))}\n`;
  } catch {
    return redactText(line);
  }
}

const secretName = /(password|passwd|pwd|secret|token|apikey|authorization|cookie|session|sid|otp)$/i;

function redactValue(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number') return redactText(String(value)) === String(value) ? value : redactText(String(value));
  if (Array.isArray(value)) return value.map(redactValue);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      redactText(name),
      secretName.test(name.replace(/[_-]/g, '')) ? hidden : redactValue(inner),
    ]),
  );
}
