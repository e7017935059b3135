import { describe, expect, it } from 'vitest';
import { all, any, type Sql, sql, statement } from './sql.ts';

describe('sql', () => {
  it('makes a parameter of every value, whatever it says', () => {
    const { text, values } = statement(sql`select * from t where a = ${`'; drop table t; --`} and b = ${2}`);
    expect(text).toBe('select * from t where a = $1 and b = $2');
    expect(values).toEqual([`'; drop table t; --`, 2]);
  });

  it('weaves statements into statements and numbers their parameters anew', () => {
    const inner = sql`b = ${2} or c = ${3}`;
    const { text, values } = statement(sql`a = ${1} and (${inner}) and d = ${4} ${sql``}`);
    expect(text).toBe('a = $1 and (b = $2 or c = $3) and d = $4 ');
    expect(values).toEqual([1, 2, 3, 4]);
  });

  it('joins conditions; none is true for all and false for any', () => {
    expect(statement(all([])).text).toBe('true');
    expect(statement(any([])).text).toBe('false');
    expect(statement(all([sql`a`, sql`b = ${1}`])).text).toBe('a and b = $1');
    expect(statement(any([sql`a`, sql`b`])).text).toBe('(a or b)');
  });

  it('names equal texts equally and different ones differently, so that each is planned once', () => {
    const one = (value: number) => statement(sql`select ${value}`).name;
    expect(one(1)).toBe(one(2));
    const within = (inner: Sql, value: unknown) => statement(sql`select ${value}, ${inner}, ${value}`);
    expect(within(sql`a`, 1).text).toBe('select $1, a, $2');
    expect(within(sql`b = ${3}`, 1)).toMatchObject({ text: 'select $1, b = $2, $3', values: [1, 3, 1] });
    expect(within(sql`b = ${4}`, 2).name).toBe(within(sql`b = ${3}`, 1).name);
    expect(within(sql`a`, sql`c`).text).toBe('select c, a, c');
    expect(statement(sql`select ${sql`${1}`}`).name).toBe(one(1));
    expect(statement(sql`select ${1}, 1`).name).not.toBe(one(1));
  });
});
