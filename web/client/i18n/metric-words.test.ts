import { expect, it } from 'vitest';
import { caseMetrics } from '../../../contract/cases.ts';
import { metricWords } from '../../../contract/figures.ts';
import en from './en/figures.json' with { type: 'json' };
import simplified from './zh-Hans/figures.json' with { type: 'json' };

it('says the same of a metric on the screen and on paper', () => {
  const screens: Record<'zh-Hans' | 'en', Record<string, string>> = { 'zh-Hans': simplified, en };
  for (const language of ['zh-Hans', 'en'] as const) {
    for (const metric of caseMetrics) expect(screens[language][`metric.${metric}`]).toBe(metricWords[language][metric]);
  }
});
