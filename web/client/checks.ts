import type { Case } from '../../contract/cases.ts';
import type { AnswerCheck, Checks } from '../../contract/elsewhere.ts';
import type { Send } from './case-verbs.ts';
import { call } from './http.ts';

/** Where else a case was looked for. */
export const getChecks = (id: string) => call<Checks>('GET', `/cases/${id}/checks`);
export const answerCheck = (id: string, body: AnswerCheck, send?: Send) =>
  call<Case>('POST', `/cases/${id}/check-answer`, { body, ...send });
