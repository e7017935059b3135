import type { Rung } from '../../contract/escalation.ts';

/** Who hears of a late case: the body that has it at once, a day later the community, after three days the street office. */
export const escalationLadder: readonly Rung[] = [
  { afterHours: 0, roleSet: 'handler', level: 'handled' },
  { afterHours: 24, roleSet: 'community_staff', level: 'community' },
  { afterHours: 72, roleSet: 'street_officer', level: 'street' },
];
