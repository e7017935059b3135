import { describe, expect, it } from 'vitest';
import { spansOf } from './spans.ts';

describe('a period as months and days', () => {
  it('is its whole months with the days around them, none twice and none left out', () => {
    expect(spansOf('2026-01-20', '2026-04-10')).toEqual([
      { span: 'month', from: '2026-02-01', to: '2026-03-31' },
      { span: 'day', from: '2026-01-20', to: '2026-01-31' },
      { span: 'day', from: '2026-04-01', to: '2026-04-10' },
    ]);
    expect(spansOf('2024-02-01', '2024-02-29')).toEqual([{ span: 'month', from: '2024-02-01', to: '2024-02-29' }]);
    expect(spansOf('2025-12-01', '2026-01-30')).toEqual([
      { span: 'month', from: '2025-12-01', to: '2025-12-31' },
      { span: 'day', from: '2026-01-01', to: '2026-01-30' },
    ]);
  });

  it('is days only where no month is whole', () => {
    expect(spansOf('2026-01-02', '2026-02-27')).toEqual([{ span: 'day', from: '2026-01-02', to: '2026-02-27' }]);
    expect(spansOf('2026-01-05', '2026-01-05')).toEqual([{ span: 'day', from: '2026-01-05', to: '2026-01-05' }]);
  });
});
