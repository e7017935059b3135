import type { ProposedDeadline } from '../../contract/deadlines.ts';
import { call } from './http.ts';

export const getProposedDeadline = (caseId: string) =>
  call<ProposedDeadline>('GET', `/cases/${caseId}/proposed-deadline`);
