type Sendable = string | Buffer | null;

function element(value: unknown): string {
  const text = wireValue(value);
  if (text === null) return 'NULL';
  if (typeof text !== 'string') throw new TypeError('bytes in an array are not sent');
  return Array.isArray(value) ? text : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** A value as PostgreSQL reads it: an instant in UTC, a list as an array, any other object as JSON. */
export function wireValue(value: unknown): Sendable {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return String(value);
  if (Buffer.isBuffer(value)) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`;
  return JSON.stringify(value);
}
