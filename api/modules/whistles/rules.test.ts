import { describe, expect, it } from 'vitest';
import { isTurnoutLegal, mayCallOff, turnoutStateOf } from './rules.ts';

const meetAt = '2026-11-21T06:00:00Z';
const at = (time: string) => new Date(`2026-11-21T${time}:00Z`);
const call = { meetAt, calledOffAt: null };
const none = { score: null, callScore: null };

describe('a called body', () => {
  it('that did not turn up within a quarter of an hour is missing, whatever it had answered, unless it said it cannot', () => {
    expect(turnoutStateOf({ coming: null, arrivedAt: null, ...call }, at('06:15'))).toBe('called');
    expect(turnoutStateOf({ coming: null, arrivedAt: null, ...call }, at('06:16'))).toBe('missing');
    expect(turnoutStateOf({ coming: true, arrivedAt: null, ...call }, at('06:16'))).toBe('missing');
    expect(turnoutStateOf({ coming: false, arrivedAt: null, ...call }, at('06:16'))).toBe('cannot');
  });

  it('that turned up stays so, in time or late', () => {
    expect(turnoutStateOf({ coming: false, arrivedAt: '2026-11-21T06:15:00Z', ...call }, at('09:00'))).toBe('arrived');
    expect(turnoutStateOf({ coming: true, arrivedAt: '2026-11-21T06:16:00Z', ...call }, at('09:00'))).toBe('late');
    expect(turnoutStateOf({ coming: true, arrivedAt: null, ...call }, at('05:00'))).toBe('coming');
  });
});

describe('what may be done with a call', () => {
  it('no score before it is known whether the body came, and none twice', () => {
    for (const state of ['called', 'coming', 'cannot'] as const) {
      expect(isTurnoutLegal('score', state, none)).toBe(false);
      expect(isTurnoutLegal('score_call', state, none)).toBe(false);
    }
    expect(isTurnoutLegal('score', 'late', { ...none, score: 3 })).toBe(false);
    expect(isTurnoutLegal('score', 'missing', none)).toBe(true);
    expect(isTurnoutLegal('score_call', 'arrived', { ...none, score: 3 })).toBe(true);
  });

  it('answers can be changed until the time is over, arrival is said once', () => {
    expect(isTurnoutLegal('answer', 'cannot', none)).toBe(true);
    expect(isTurnoutLegal('answer', 'missing', none)).toBe(false);
    expect(isTurnoutLegal('arrive', 'missing', none)).toBe(true);
    expect(isTurnoutLegal('arrive', 'late', none)).toBe(false);
  });
});

describe('a whistle', () => {
  const silent = { ...call, ...none, coming: null, arrivedAt: null };

  it('may be called off as long as nobody came and its time is not over, once', () => {
    expect(mayCallOff([silent, { ...silent, coming: false }], at('06:15'))).toBe(true);
    expect(mayCallOff([silent], at('06:16'))).toBe(false);
    expect(mayCallOff([silent, { ...silent, arrivedAt: meetAt }], at('05:00'))).toBe(false);
    expect(mayCallOff([{ ...silent, calledOffAt: meetAt }], at('05:00'))).toBe(false);
  });

  it('that was called off asks nothing of anybody any more', () => {
    expect(turnoutStateOf({ ...silent, calledOffAt: meetAt }, at('09:00'))).toBe('called_off');
    for (const verb of ['answer', 'arrive', 'score', 'score_call'] as const)
      expect(isTurnoutLegal(verb, 'called_off', none)).toBe(false);
  });
});
