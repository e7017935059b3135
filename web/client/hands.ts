import type { Case } from '../../contract/cases.ts';
import type { CaseParts, FittingBodies, PartState, PartVerb } from '../../contract/joint.ts';
import type { TurnoutState, TurnoutVerb, Whistles, WhistleVerb } from '../../contract/whistles.ts';
import type { Send } from './case-verbs.ts';
import { call } from './http.ts';

export const getParts = (id: string) => call<CaseParts>('GET', `/cases/${id}/parts`);
export const getWhistles = (id: string) => call<Whistles>('GET', `/cases/${id}/whistles`);
export const getFittingBodies = (id: string) => call<FittingBodies>('GET', `/cases/${id}/fitting-bodies`);

/** What somebody says with a step; each step sends what it needs of it. */
export interface HandSaid {
  readonly words: string;
  readonly photoIds: readonly string[];
  readonly score: number;
}
export const saysNothing: HandSaid = { words: '', photoIds: [], score: 5 };

/** What the server may allow on a part, a call or a whistle. */
export type HandVerb = PartVerb | TurnoutVerb | WhistleVerb;
/** Steps on one's own part of a case, on one's own call, or on a whistle; an answer is either of two steps. */
export type HandAct = Exclude<HandVerb, 'answer'> | 'come' | 'cannot';

interface HandStep {
  readonly on: 'parts' | 'turnouts' | 'whistles';
  readonly noun: string;
  /** What it cannot go without. */
  readonly needs: 'nothing' | 'words' | 'score';
  readonly body: (said: HandSaid) => object;
}

const reason = ({ words }: HandSaid) => ({ reason: words });
const score = ({ score, words }: HandSaid) => ({ score, ...(words ? { words } : {}) });

export const handSteps: Readonly<Record<HandAct, HandStep>> = {
  sign: { on: 'parts', noun: 'receipt', needs: 'nothing', body: () => ({}) },
  finish: { on: 'parts', noun: 'completion', needs: 'words', body: ({ words, photoIds }) => ({ words, photoIds }) },
  decline: { on: 'parts', noun: 'refusal', needs: 'words', body: reason },
  withdraw: { on: 'parts', noun: 'withdrawal', needs: 'words', body: reason },
  come: { on: 'turnouts', noun: 'answer', needs: 'nothing', body: () => ({ coming: true }) },
  cannot: { on: 'turnouts', noun: 'answer', needs: 'words', body: ({ words }) => ({ coming: false, words }) },
  arrive: { on: 'turnouts', noun: 'arrival', needs: 'nothing', body: () => ({}) },
  score: { on: 'turnouts', noun: 'score', needs: 'score', body: score },
  call_off: { on: 'whistles', noun: 'cancellation', needs: 'words', body: reason },
  score_call: { on: 'turnouts', noun: 'call-score', needs: 'score', body: score },
};

/** The steps that the verbs the server allows stand for; an answer given already is not offered again. */
export const actsOf = (may: readonly HandVerb[], state?: PartState | TurnoutState): HandAct[] =>
  may
    .flatMap((verb): HandAct[] => (verb === 'answer' ? ['come', 'cannot'] : [verb]))
    .filter((act) => !(act === 'come' && state === 'coming') && !(act === 'cannot' && state === 'cannot'));

/** Takes one step on a part or a call; answers the case as it now stands. */
export const takeStep = (caseId: string, act: HandAct, handId: string, said: HandSaid, send?: Send) => {
  const { on, noun, body } = handSteps[act];
  return call<Case>('POST', `/cases/${caseId}/${on}/${handId}/${noun}`, { body: body(said), ...send });
};
