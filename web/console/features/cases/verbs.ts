import type { Case, CaseVerb } from '../../../../contract/cases.ts';
import type { ActVerb, VerbBodies } from '../../../client/case-verbs.ts';

export type { ActVerb };

/** One verb with what it needs to be told. */
export type VerbInput = { [Verb in ActVerb]: { verb: Verb; body: VerbBodies[Verb] } }[ActVerb];

/** In the order of the loop: the first one a person may do is their next step. */
const steps = [
  'decide_pause',
  'accept',
  'assign',
  'sign',
  'resume',
  'resolve',
  'confirm',
  'reopen',
] as const satisfies ActVerb[];
const besides = [
  'note',
  'refuse',
  'send_back',
  'involve',
  'whistle',
  'suspend',
  'extend',
  'hand_up',
  'hand_down',
  'urge',
  'supervise',
  'merge',
  'unmerge',
  'check_elsewhere',
  'publish',
  'reopen',
  'archive',
] as const satisfies ActVerb[];

const stepOf: Readonly<Record<Case['state'], readonly ActVerb[]>> = {
  submitted: ['accept', 'assign'],
  accepted: ['assign'],
  reopened: ['assign', 'resolve', 'sign'],
  assigned: ['sign'],
  in_progress: ['resolve'],
  resolved: ['confirm'],
  closed: [],
  refused: [],
  suspended: ['resume'],
  merged: [],
  archived: [],
};

/** What this person should do next with the case, if it is theirs to do. */
export const nextVerb = (one: Pick<Case, 'may' | 'state'>): ActVerb | undefined =>
  one.may.includes('decide_pause') ? 'decide_pause' : stepOf[one.state].find((verb) => one.may.includes(verb));

/** What else they may do, in a steady order. */
export function otherVerbs(one: Pick<Case, 'may' | 'state'>): ActVerb[] {
  const next = nextVerb(one);
  const all: ActVerb[] = [...steps.filter((verb) => verb !== 'reopen'), ...besides];
  return all.filter((verb) => verb !== next && one.may.includes(verb));
}

const besidePrimary = 4;

/** What fits beside the primary button, and the rarer ones that go behind one more button. */
export function splitVerbs(verbs: readonly ActVerb[]): { plain: ActVerb[]; more: ActVerb[] } {
  const shown = verbs.length > besidePrimary ? besidePrimary - 1 : besidePrimary;
  return { plain: verbs.slice(0, shown), more: verbs.slice(shown) };
}

/** Giving it again to somebody else, and ending a supervision, have words of their own. */
export function wordOf(verb: ActVerb, { state, supervised }: Pick<Case, 'state' | 'supervised'>) {
  if (verb === 'assign' && (state === 'assigned' || state === 'in_progress')) return 'reassign';
  return verb === 'supervise' && supervised ? 'unsupervise' : verb;
}

type BareVerb = 'accept' | 'sign' | 'resume' | 'unmerge' | 'archive';
const bare: readonly CaseVerb[] = ['accept', 'sign', 'resume', 'unmerge', 'archive'] satisfies BareVerb[];
/** Verbs that need nothing but the press. */
export const isBare = (verb: CaseVerb): verb is BareVerb => bare.includes(verb);

/** Keys of the verbs, as the list of keys shows them. */
export const verbKeys: Readonly<Record<ActVerb, string>> = {
  accept: 'c',
  assign: 'a',
  sign: 's',
  resolve: 'f',
  confirm: 'y',
  note: 'n',
  reopen: 'o',
  refuse: 'r',
  send_back: 'b',
  hand_up: 'u',
  hand_down: 'd',
  suspend: 'w',
  extend: 'l',
  decide_pause: 'p',
  resume: 'g',
  merge: 'm',
  unmerge: 'v',
  urge: 't',
  supervise: 'q',
  archive: 'z',
  check_elsewhere: '1',
  publish: '2',
  involve: 'i',
  whistle: 'h',
};
