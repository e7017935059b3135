const dayMs = 86_400_000;

/** A quarter of a year: what needs longer is settled in another way. */
export const longestPauseDays = 92;

/** What is the matter with a date somebody asks for; undefined when nothing is. */
export function whatIsWrong(
  kind: 'suspension' | 'extension',
  until: Date,
  dueAt: Date | null,
  now: Date,
): 'until_in_past' | 'until_too_far' | 'not_later' | undefined {
  if (until <= now) return 'until_in_past';
  if (until.getTime() > now.getTime() + longestPauseDays * dayMs) return 'until_too_far';
  return kind === 'extension' && dueAt !== null && until <= dueAt ? 'not_later' : undefined;
}

/** Where work goes on after a suspension: with its handler, who may still have to sign for it, or at the desk. */
export function resumedState(one: {
  handlerOrganizationId: string | null;
  signedAt: string | null;
}): 'accepted' | 'assigned' | 'in_progress' {
  if (!one.handlerOrganizationId) return 'accepted';
  return one.signedAt ? 'in_progress' : 'assigned';
}
