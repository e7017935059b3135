import i18next from 'i18next';
import { expect, test, vi } from 'vitest';
import type { TimelineEntry } from '../../../contract/trail.ts';
import { setLanguage } from '../language.ts';
import {
  doneSteps,
  noticeSentence,
  residentState,
  standingWords,
  timelineDetails,
  timelineSentence,
  withOrganizations,
} from './case-words.ts';
import { need } from './needed-words.ts';
import { startWords } from './start.ts';

vi.stubGlobal('document', { documentElement: {} });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
vi.stubGlobal('navigator', { languages: ['zh-CN'] });
need(['notices', 'moves']);
await startWords(async () => ({}));
setLanguage('zh-Hans', false);
const t = i18next.t;

const entry = (patch: Partial<TimelineEntry>): TimelineEntry => ({
  id: '1',
  verb: 'note',
  at: '2026-11-12T06:00:00Z',
  actor: { name: '周师傅', roleName: '物业', mine: false },
  details: {},
  ...patch,
});
const mine = { name: '陈秀兰', roleName: null, mine: true };

test.each([
  [entry({ verb: 'raise', actor: mine }), '您反映了这件事'],
  [entry({ verb: 'assign', details: { organization: '邻安物业' } }), '交给邻安物业办'],
  [entry({ verb: 'resolve', details: { organization: '邻安物业' } }), '邻安物业说办好了'],
  [entry({ verb: 'note', details: { audience: 'internal' } }), '周师傅的内部记录'],
  [entry({ verb: 'note', actor: mine, details: { audience: 'raiser' } }), '您补充了说明'],
  [entry({ verb: 'confirm', actor: mine, details: { solved: 'true' } }), '您说解决了，办结'],
  [entry({ verb: 'confirm', details: { solved: 'false' } }), '反映人说没解决，接着办'],
  [entry({ verb: 'sign', actor: null }), '工作人员签收了，开始办'],
])('a step reads as a neighbour would say it', (step, sentence) => {
  expect(timelineSentence(t, step)).toBe(sentence);
});

test('what was said stands below the step, the grade in words', () => {
  const step = entry({ verb: 'confirm', details: { words: '谢谢', satisfaction: '5' } });
  expect(timelineDetails(t, step)).toEqual(['谢谢', '满意度：很满意']);
});

test('a notice without words ends without a colon', () => {
  expect(noticeSentence(t, { code: 'case.reopened', params: { title: '灯' } })).toBe('“灯”重新办理');
  expect(noticeSentence(t, { code: 'case.reopened', params: { title: '灯', words: '还不亮' } })).toBe(
    '“灯”重新办理：还不亮',
  );
});

test('the resident reads who has it, and their own word when closed', () => {
  const handler = { id: '1', name: '邻安物业' };
  expect(residentState(t, { state: 'assigned', handler })).toBe('交给邻安物业办');
  expect(residentState(t, { state: 'assigned', handler: null })).toBe('已经交办');
  const confirmation = { solved: true, satisfaction: null, words: null, at: '' };
  expect(residentState(t, { state: 'closed', handler, confirmation })).toBe('您说解决了，办结');
  expect(residentState(t, { state: 'closed', handler })).toBe('已经办结');
});

test('deadlines say how long is left or gone', () => {
  const now = new Date('2026-11-12T06:00:00Z');
  expect(standingWords(t, { standing: 'near', dueAt: '2026-11-12T08:00:00Z' }, now)).toBe('剩余 2 小时');
  expect(standingWords(t, { standing: 'overdue', dueAt: '2026-11-10T06:00:00Z' }, now)).toBe('已超期 2 天');
  expect(standingWords(t, { standing: 'none', dueAt: null }, now)).toBe('没有期限');
});

test('progress never goes past five nor back while work goes on', () => {
  expect(doneSteps('submitted')).toBeLessThan(doneSteps('accepted'));
  expect(doneSteps('accepted')).toBeLessThan(doneSteps('assigned'));
  expect(doneSteps('assigned')).toBeLessThan(doneSteps('in_progress'));
  expect(doneSteps('closed')).toBe(5);
});

test('signing for it and doing it are told by the body that had it then', () => {
  const steps = withOrganizations([
    entry({ verb: 'assign', details: { organization: '邻安物业' } }),
    entry({ verb: 'sign' }),
    entry({ verb: 'assign', details: { organization: '市政维修所' } }),
    entry({ verb: 'resolve' }),
  ]);
  expect(steps.map((step) => timelineSentence(t, step))).toEqual([
    '交给邻安物业办',
    '邻安物业签收了，开始办',
    '交给市政维修所办',
    '市政维修所说办好了',
  ]);
});
