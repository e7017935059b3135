import { expect, it } from 'vitest';
import { archivesBefore, closesBefore, metricsOf, remindsBefore } from './rules.ts';

const now = new Date('2026-11-21T08:00:00Z');

it('closes after the days of the street, and reminds two days before', () => {
  expect(closesBefore(now, 7)).toEqual(new Date('2026-11-14T08:00:00Z'));
  expect(remindsBefore(now, 7)).toEqual(new Date('2026-11-16T08:00:00Z'));
});

it('reminds at half time where the days are few', () => {
  expect(remindsBefore(now, 2)).toEqual(new Date('2026-11-20T08:00:00Z'));
  expect(remindsBefore(now, 1)).toEqual(new Date('2026-11-20T20:00:00Z'));
});

it('puts away only what can no longer be opened again', () => {
  expect(archivesBefore(now, 72, 1)).toEqual(new Date('2026-11-17T08:00:00Z'));
});

it('never counts silence as solved or satisfied', () => {
  expect(metricsOf('community')).toEqual(['case_closed', 'case_closed_community', 'case_closed_unconfirmed']);
});
