export type QueryValue = string | number | boolean | readonly string[] | undefined | null;
export type Query = Readonly<Record<string, QueryValue>>;

const base = '/api/v1';

/** Address of a path below the API; a list becomes repeated keys, empty values are left out. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) search.append(name, String(one));
  }
  const text = search.toString();
  return `${base}${path}${text ? `?${text}` : ''}`;
}
