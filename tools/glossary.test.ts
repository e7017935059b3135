import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import notices from '../web/client/i18n/zh-Hans/notices.json' with { type: 'json' };

const glossary = readFileSync('docs/glossary.md', 'utf8');
const rows = glossary
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Chinese'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const codes = new Set(glossary.match(/`[^`\n]+`/g)?.map((code) => code.slice(1, -1)));

/** Every word a schema lets through, however deep. */
function wordsOf(schema: unknown): string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String);
  if (schema instanceof z.ZodObject) return Object.values(schema.shape).flatMap(wordsOf);
  if (schema instanceof z.ZodArray) return wordsOf(schema.element);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(wordsOf);
  if (schema instanceof z.ZodPipe) return wordsOf(schema.in);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return wordsOf(schema.unwrap());
  }
  return [];
}

const files = readdirSync('contract').filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

describe('the glossary', () => {
  it.each(files)('holds every word of contract/%s', async (file) => {
    const { href } = new URL(`../contract/${file}`, import.meta.url);
    const contract: Record<string, unknown> = await import(/* @vite-ignore */ href);
    const words = Object.values(contract).flatMap((value) => {
      if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
      return wordsOf(value);
    });
    expect([...new Set(words)].filter((word) => !codes.has(word))).toEqual([]);
  });

  it('finds the words of a schema at any depth', () => {
    const deep = z.object({ a: z.array(z.enum(['one', 'two']).nullable()).optional(), b: z.literal('three') });
    expect(wordsOf(deep)).toEqual(['one', 'two', 'three']);
  });

  it('holds every notice code', () => {
    const sent = Object.keys(notices).filter((key) => key.includes('.'));
    expect(sent.length).toBeGreaterThan(5);
    expect(sent.filter((code) => !codes.has(code))).toEqual([]);
  });

  it('gives no Chinese term two rows', () => {
    const terms = rows.map((cells) => cells[1]);
    expect(terms.length).toBeGreaterThan(100);
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
  });
});
