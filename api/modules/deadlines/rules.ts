import type { Windows } from '../../../contract/deadlines.ts';

/** Until a street says otherwise: 72 hours to reopen, a week to confirm, three months in sight after that. */
export const usualWindows: Windows = { reopenHours: 72, confirmDays: 7, archiveDays: 90 };
