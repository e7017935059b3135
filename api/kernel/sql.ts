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

/** A text that templates within templates came to, and those that follow from it with what stands next in it. */
interface Shape {
  strings: readonly string[] | undefined;
  next: Map<readonly string[] | undefined, Shape>;
}

const shapes = new Map<readonly string[], Shape>();

function newShape(): Shape {
  return { strings: undefined, next: new Map() };
}

// The same templates within the same template give the same array again, so that its text is put together and named once.
function joined(strings: readonly string[], values: readonly unknown[]): readonly string[] {
  let shape = shapes.get(strings) ?? newShape();
  shapes.set(strings, shape);
  for (const value of values) {
    const inner = value instanceof Sql ? value.strings : undefined;
    const next: Shape = shape.next.get(inner) ?? newShape();
    shape.next.set(inner, next);
    shape = next;
  }
  shape.strings ??= join(strings, values);
  return shape.strings;
}

function join(strings: readonly string[], values: readonly unknown[]): readonly string[] {
  const text: string[] = [strings[0] ?? ''];
  values.forEach((value, index) => {
    const after = strings[index + 1] ?? '';
    if (value instanceof Sql) {
      text[text.length - 1] += value.strings[0] ?? '';
      text.push(...value.strings.slice(1));
      text[text.length - 1] += after;
    } else text.push(after);
  });
  return text;
}

/** SQL as SQL. `${value}` becomes a parameter, `${sql`…`}` is woven in. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  if (!values.some((value) => value instanceof Sql)) return new Sql(strings, values);
  const flat = values.flatMap((value) => (value instanceof Sql ? value.values : [value]));
  return new Sql(joined(strings, values), flat);
}

export const nothing = sql``;

/** Joins conditions with `and`; no condition is `true`. */
export function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`true` : conditions.reduce((left, right) => sql`${left} and ${right}`);
}

/** All rows of each query, in one; of at least one. */
export function unionAll(queries: readonly Sql[]): Sql {
  return queries.reduce((left, right) => sql`${left} union all ${right}`);
}

/** Joins conditions with `or`; no condition is `false`. */
export function any(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return sql`false`;
  return sql`(${conditions.reduce((left, right) => sql`${left} or ${right}`)})`;
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
    named.set(query.strings, known);
  }
  return { ...known, values: query.values as unknown[] };
}
