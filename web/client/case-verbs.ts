import type { Case } from '../../contract/cases.ts';
import type { AskChecks } from '../../contract/elsewhere.ts';
import type { SuperviseCase, UrgeCase } from '../../contract/escalation.ts';
import type { AssignCase, ConfirmCase, NoteCase, ResolveCase } from '../../contract/handling.ts';
import type { InvolveBodies } from '../../contract/joint.ts';
import type { MergeCase } from '../../contract/neighbours.ts';
import type { AskPause, DecidePause } from '../../contract/pauses.ts';
import type { PublishCase } from '../../contract/publication.ts';
import type { CallBodies } from '../../contract/whistles.ts';
import { call } from './http.ts';

/** Name of one send: give the same one again when the same thing is sent again. */
export interface Send {
  readonly idempotencyKey?: string;
}

type Empty = Record<never, never>;

/** What each verb on a case is told. */
export interface VerbBodies {
  accept: Empty;
  refuse: { reason: string };
  assign: AssignCase;
  /** 签收: the handler says the case has arrived and work begins. */
  sign: Empty;
  note: NoteCase;
  resolve: ResolveCase;
  confirm: ConfirmCase;
  reopen: { words: string };
  send_back: { words: string };
  hand_up: { words: string };
  hand_down: { words: string };
  suspend: AskPause;
  extend: AskPause;
  decide_pause: DecidePause;
  resume: Empty;
  merge: MergeCase;
  unmerge: Empty;
  urge: UrgeCase;
  supervise: SuperviseCase;
  archive: Empty;
  check_elsewhere: AskChecks;
  publish: PublishCase;
  involve: InvolveBodies;
  whistle: CallBodies;
}
export type ActVerb = keyof VerbBodies;

/** A verb in an address is a noun. */
const nouns: Readonly<Record<ActVerb, string>> = {
  accept: 'acceptance',
  refuse: 'refusal',
  assign: 'assignments',
  sign: 'receipt',
  note: 'notes',
  resolve: 'resolution',
  confirm: 'confirmation',
  reopen: 'reopening',
  send_back: 'returns',
  hand_up: 'hand-ups',
  hand_down: 'hand-downs',
  suspend: 'suspensions',
  extend: 'extensions',
  decide_pause: 'pause-decisions',
  resume: 'resumption',
  merge: 'merging',
  unmerge: 'unmerging',
  urge: 'urgings',
  supervise: 'supervisions',
  archive: 'archiving',
  check_elsewhere: 'checks',
  publish: 'publication',
  involve: 'involvements',
  whistle: 'whistles',
};

/** Does one verb on one case; answers the case as it now stands. */
export const moveCase = <Verb extends ActVerb>(id: string, verb: Verb, body: VerbBodies[Verb], send?: Send) =>
  call<Case>('POST', `/cases/${id}/${nouns[verb]}`, { body, ...send });
