import type { Case, Categories, EditCase, RaiseCase } from '../../contract/cases.ts';
import type { CaseCounts, Cases, CasesQuery } from '../../contract/inbox.ts';
import type { Timeline } from '../../contract/trail.ts';
import type { Query } from './address.ts';
import type { Send } from './case-verbs.ts';
import { call } from './http.ts';

/** What cases can be about; with what is no longer offered where old cases are read. */
export const listCategories = (ended?: 'true') => call<Categories>('GET', '/case-categories', { query: { ended } });

export const raiseCase = (body: RaiseCase, send?: Send) => call<Case>('POST', '/cases', { body, ...send });
export const listCases = (query: Partial<CasesQuery>, signal?: AbortSignal) =>
  call<Cases>('GET', '/cases', { query: query as Query, signal });
export const countCases = () => call<CaseCounts>('GET', '/cases/counts');
export const getCase = (id: string) => call<Case>('GET', `/cases/${id}`);
export const getTimeline = (id: string) => call<Timeline>('GET', `/cases/${id}/timeline`);
export const editCase = (id: string, version: number, body: EditCase) =>
  call<Case>('PATCH', `/cases/${id}`, { body, ifMatch: version });

/** Opens the raiser's number in full; the reason is logged and the raiser can see it. */
export const disclosePhone = (id: string, reason: string) =>
  call<{ phone: string }>('POST', `/cases/${id}/phone-disclosures`, { body: { reason } });
