import type { CalendarDay } from '../../../../contract/calendar.ts';

/** What is written on a day: off, worked in exchange 调休, worked by the street's own word; nothing on an ordinary one. */
export type Mark = 'off' | 'swapped' | 'own' | undefined;

export function markOf({ working, source }: Pick<CalendarDay, 'working' | 'source'>): Mark {
  if (!working) return 'off';
  if (source === 'public') return 'swapped';
  return source === 'street' ? 'own' : undefined;
}
