import type { Case, CaseState, CaseSummary } from '../../../contract/cases.ts';
import type { Notice } from '../../../contract/notices.ts';
import type { TimelineEntry } from '../../../contract/trail.ts';
import { spanBetween, spanWords, when } from '../dates.ts';
import type { Say } from './use-words.ts';

/** The five steps a resident sees: raised, accepted, handed over, under way, confirmed. Answers how many are behind us. */
const stepsDone: Readonly<Record<CaseState, number>> = {
  submitted: 1,
  accepted: 2,
  reopened: 2,
  assigned: 3,
  in_progress: 4,
  resolved: 4,
  closed: 5,
  refused: 2,
  suspended: 4,
  merged: 2,
  archived: 5,
};
export const doneSteps = (state: CaseState): number => stepsDone[state];

/** What the one who raised it reads about the state, in full. */
export function residentState(
  t: Say,
  one: Pick<CaseSummary, 'state' | 'handler'> & Partial<Pick<Case, 'confirmation'>>,
): string {
  if (one.state === 'closed' && one.confirmation?.solved) return t('cases:resident.closedByYou');
  if (one.state === 'assigned' && !one.handler) return t('cases:short.assigned');
  return t(`cases:resident.${one.state}`, { organization: one.handler?.name });
}

/** How a case stands against its deadline, for staff: 剩余 2 小时, 已超期 1 天, 按时办好. */
export function standingWords(t: Say, one: Pick<CaseSummary, 'standing' | 'dueAt'>, now = new Date()): string {
  if (!one.dueAt || one.standing === 'none') return t('cases:standing.none');
  if (one.standing === 'met' || one.standing === 'missed' || one.standing === 'paused')
    return t(`cases:standing.${one.standing}`);
  const span = spanWords(spanBetween(now, one.dueAt));
  return t(one.standing === 'overdue' ? 'cases:deadline.overdue' : 'cases:deadline.remaining', { span });
}

export const actorName = (t: Say, entry: TimelineEntry): string => entry.actor?.name ?? t('cases:timeline.someone');

/** The steps with the body that had the case at the time, where the step itself does not name it. */
export function withOrganizations(entries: readonly TimelineEntry[]): TimelineEntry[] {
  let organization: string | undefined;
  return entries.map((entry) => {
    if (entry.verb === 'assign' || entry.verb === 'sign') organization = entry.details.organization ?? organization;
    const byBody = entry.verb === 'sign' || entry.verb === 'resolve';
    return byBody && organization ? { ...entry, details: { organization, ...entry.details } } : entry;
  });
}

/** One step as a sentence: 您反映了这件事, 交给邻安物业办, 物业说办好了. */
export function timelineSentence(t: Say, entry: TimelineEntry): string {
  const { organization } = entry.details;
  const byPerson = entry.verb === 'whistle' || entry.verb === 'score_turnout';
  const name = byPerson ? actorName(t, entry) : (organization ?? actorName(t, entry));
  return t([`cases:${timelineKey(entry)}`, `moves:${timelineKey(entry)}`], {
    name,
    organization: organization ?? name,
  });
}

function timelineKey({ verb, actor, details }: TimelineEntry): string {
  const mine = actor?.mine ? '.mine' : '';
  if (verb === 'confirm') return `timeline.confirm.${details.solved === 'true' ? 'yes' : 'no'}${mine}`;
  if (verb === 'decide_pause') return `timeline.decide_pause.${details.approved === 'true' ? 'yes' : 'no'}`;
  if (details.asked) return `timeline.${verb}.asked`;
  if (verb === 'note') return details.audience === 'internal' ? 'timeline.note.internal' : `timeline.note${mine}`;
  const speaksOfMe = [
    'raise',
    'reopen',
    'edit',
    'disclose_phone',
    'urge',
    'publish',
    'unpublish',
    'join',
    'leave',
  ].includes(verb);
  return `timeline.${verb}${speaksOfMe ? mine : ''}`;
}

/** What was said with the step, one line each. */
export function timelineDetails(t: Say, { details }: TimelineEntry): string[] {
  const lines = [details.words ?? details.reason];
  if (details.until) lines.push(t('cases:timeline.until', { when: when(details.until) }));
  if (details.dueAt) lines.push(t('cases:timeline.due', { when: when(details.dueAt) }));
  if (details.satisfaction) {
    lines.push(t('cases:timeline.satisfaction', { words: t(`cases:satisfaction.${details.satisfaction}`) }));
  }
  return lines.filter((line): line is string => Boolean(line));
}

/** One notice as a sentence; an empty `words` leaves no dangling colon. */
export const noticeSentence = (t: Say, { code, params }: Pick<Notice, 'code' | 'params'>): string =>
  t(`notices:${code}`, { words: '', organization: params.actor ?? t('cases:timeline.someone'), ...params }).replace(
    /[:：]\s*$/,
    '',
  );

/** Notices about a case that ask this person to act now. */
export const asksToAct = (code: string): boolean =>
  ['case.resolved', 'case.assigned', 'case.unsolved', 'case.involved', 'case.whistled'].includes(code);
