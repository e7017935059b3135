import { expect, test } from 'vitest';
import { blankRaise } from './drafts.ts';
import { failed, type OutboxEntry, requestOf } from './outbox.ts';
import { OfflineError, ProblemError } from './problem.ts';

const entry: OutboxEntry = { id: 'key', accountId: 'me', draft: blankRaise, state: 'sending', failures: 0 };
const problem = (status: number) =>
  new ProblemError({ type: 'about:blank', status, code: 'cases.something', title: 'refused', detail: 'too long' });

test('without an answer it waits and will be sent again with the same key', () => {
  expect(failed(entry, new OfflineError())).toMatchObject({ id: 'key', state: 'waiting', failures: 1 });
});

test.each([401, 408, 409, 429, 500, 503])('status %i may pass: it waits', (status) => {
  expect(failed(entry, problem(status)).state).toBe('waiting');
});

test.each([400, 403, 404, 413, 422])('status %i will not pass by itself: the person reads why', (status) => {
  expect(failed(entry, problem(status))).toMatchObject({ state: 'refused', refusal: 'too long' });
});

test('what is sent holds what was written, without empty fields', () => {
  const sent = requestOf({
    ...blankRaise,
    words: ' 灯坏了 ',
    area: { areaId: 'unit', label: '2号楼 4单元' },
    photos: [
      { id: 'a', photoId: 'photo-a' },
      { id: 'b', photoId: null },
    ],
  });
  expect(JSON.parse(JSON.stringify(sent))).toEqual({ body: '灯坏了', areaId: 'unit', photoIds: ['photo-a'] });
});
