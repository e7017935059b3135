import { createHash } from 'node:crypto';

/** A statement with its values; made by the `sql` tag only, so that no value ever becomes part of the text. */
export class Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings;
    this.values = values;
  }
}

export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/** SQL as SQL. `${value}` becomes a parameter, `${sql`…`}` is woven in. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  if (!values.some((value) => value instanceof Sql)) return new Sql(strings, values);
  const text: string[] = [strings[0] ?? ''];
  const flat: unknown[] = [];
  values.forEach((value, index) => {
    const after = strings[index + 1] ?? '';
    if (value instanceof Sql) {
      text[text.length - 1] += value.strings[0] ?? '';
      for (let i = 1; i < value.strings.length; i++) text.push(value.strings[i] ?? '');
      flat.push(...value.values);
      text[text.length - 1] += after;
    } else {
      flat.push(value);
      text.push(after);
    }
  });
  return new Sql(text, flat);
}

export const nothing = sql``;

/** Joins conditions with `and`; no condition is `true`. */
export function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`true` : conditions.reduce((left, right) => sql`${left} and ${right}`);
}

/** Joins conditions with `or`; no condition is `false`. */
export function any(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return sql`false`;
  return sql`(${conditions.reduce((left, right) => sql`${left} or ${right}`)})`;
}

/** One of several writes that go as one statement. */
export interface Part {
  query: Sql;
  /** Whether its rows are wanted; a `select` is only run when they are. */
  asked: boolean;
}

/** Weaves writes into one statement, of one row with a JSON array per asked part: `w0`, `w1` … None of them sees what the others write. */
export function woven(parts: readonly Part[]): Sql {
  const strings: string[] = ['with '];
  const values: unknown[] = [];
  const answers: string[] = [];
  parts.forEach(({ query, asked }, index) => {
    const [first = '', ...rest] = query.strings;
    strings[strings.length - 1] += `${index > 0 ? ', ' : ''}w${index} as (${first}`;
    strings.push(...rest);
    strings[strings.length - 1] += ')';
    values.push(...query.values);
    if (asked) answers.push(`(select json_agg(w) from w${index} w) as w${index}`);
  });
  strings[strings.length - 1] += ` select ${answers.join(', ') || 'null'}`;
  return new Sql(strings, values);
}

const named = new WeakMap<readonly string[], { name: string; text: string }>();
const namesByText = new Map<string, string>();

/** Named, so that PostgreSQL parses and plans each text once per connection. */
export function statement(query: Sql): Statement {
  let known = named.get(query.strings);
  if (!known) {
    const text = query.strings.reduce((left, right, index) => `${left}$${index}${right}`);
    let name = namesByText.get(text);
    if (!name) {
      name = createHash('sha1').update(text).digest('base64url');
      namesByText.set(text, name);
    }
    known = { name, text };
    // Only a template's own strings come again; those of woven queries are made anew each time.
    if (Object.isFrozen(query.strings)) named.set(query.strings, known);
  }
  return { ...known, values: query.values as unknown[] };
}
