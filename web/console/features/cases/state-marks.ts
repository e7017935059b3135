import type { CaseState } from '../../../../contract/cases.ts';
import { type Look, stateLook } from '../../../client/case-look.ts';

/** As for residents, except that a case waiting for its raiser's word is not waiting for the reader here. */
export const stateMarks: Readonly<Record<CaseState, Look>> = {
  ...stateLook,
  assigned: { icon: 'half', tone: 'plain' },
  resolved: { icon: 'current', tone: 'info' },
};
