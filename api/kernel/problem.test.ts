import { describe, expect, it } from 'vitest';
import { buildModules } from '../modules.ts';
import { fail, Problem, sentence } from './problem.ts';
import { kernelProblems } from './problems.ts';
import { toTraditional } from './traditional.ts';
import type { World } from './world.ts';

describe('a problem', () => {
  it('carries code, words and what fills them in', () => {
    const cause = new Error('disk');
    const problem = fail(kernelProblems, 'request.rate_limited', { seconds: '7' }, { cause });
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ code: 'request.rate_limited', words: { status: 429 }, cause });
    expect(sentence(problem.words, problem.params, 'zh-Hans', toTraditional)).toContain('请过 7 秒再试');
    expect(sentence(problem.words, problem.params, 'zh-Hant', toTraditional)).toContain('請過 7 秒再試');
    expect(sentence(problem.words, problem.params, 'en', toTraditional)).toContain('in 7 seconds');
  });

  it('must be declared', () => {
    expect(() => fail({}, 'made.up' as never)).toThrow('undeclared problem');
  });
});

describe('the words of every problem', () => {
  // Building the modules touches nothing of the world but its settings.
  const world = { config: { publicUrl: 'http://127.0.0.1' } } as unknown as World;
  const modules = buildModules(world);
  const tables = [kernelProblems, ...modules.map(({ problems }) => problems)];

  it('say something in both languages and leave no gap unfilled in one of them', () => {
    for (const [code, words] of tables.flatMap((table) => Object.entries(table))) {
      expect(words.status, code).toBeGreaterThanOrEqual(400);
      const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(gaps(words['zh-Hans']), code).toEqual(gaps(words.en));
      expect(words['zh-Hans'], code).toMatch(/[\u4e00-\u9fff]/);
      expect(words.en, code).toMatch(/^[A-Z“{]/);
    }
  });

  it('are declared wherever a route says it may answer with them', () => {
    const known = new Set(tables.flatMap((table) => Object.keys(table)));
    const named = modules.flatMap(({ routes }) => routes.flatMap(({ route }) => [...(route.problems ?? [])]));
    expect(named.filter((code) => !known.has(code))).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
  });
});
