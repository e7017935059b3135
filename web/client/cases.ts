import type { Case, Categories, EditCase, RaiseCase, Timeline } from '../../contract/cases.ts';
import type { AssignCase, ConfirmCase, NoteCase, ResolveCase } from '../../contract/handling.ts';
import type { CaseCounts, Cases, CasesQuery } from '../../contract/inbox.ts';
import type { Query } from './address.ts';
import { call } from './http.ts';

/** Name of one send: give the same one again when the same thing is sent again. */
export interface Send {
  readonly idempotencyKey?: string;
}

export const listCategories = () => call<Categories>('GET', '/case-categories');

export const raiseCase = (body: RaiseCase, send?: Send) => call<Case>('POST', '/cases', { body, ...send });
export const listCases = (query: Partial<CasesQuery>, signal?: AbortSignal) =>
  call<Cases>('GET', '/cases', { query: query as Query, signal });
export const countCases = () => call<CaseCounts>('GET', '/cases/counts');
export const getCase = (id: string) => call<Case>('GET', `/cases/${id}`);
export const getTimeline = (id: string) => call<Timeline>('GET', `/cases/${id}/timeline`);
export const editCase = (id: string, version: number, body: EditCase) =>
  call<Case>('PATCH', `/cases/${id}`, { body, ifMatch: version });

const verb = (noun: string) => (id: string, body?: unknown, send?: Send) =>
  call<Case>('POST', `/cases/${id}/${noun}`, { body, ...send });
const accept = verb('acceptance');
const refuse = verb('refusal');
const assign = verb('assignments');
const sign = verb('receipt');
const note = verb('notes');
const resolve = verb('resolution');
const confirm = verb('confirmation');
const reopen = verb('reopening');

export const acceptCase = (id: string, send?: Send) => accept(id, {}, send);
export const refuseCase = (id: string, reason: string, send?: Send) => refuse(id, { reason }, send);
export const assignCase = (id: string, body: AssignCase, send?: Send) => assign(id, body, send);
/** 签收: the handler says the case has arrived and work begins. */
export const signCase = (id: string, send?: Send) => sign(id, {}, send);
export const noteCase = (id: string, body: NoteCase, send?: Send) => note(id, body, send);
export const resolveCase = (id: string, body: ResolveCase, send?: Send) => resolve(id, body, send);
export const confirmCase = (id: string, body: ConfirmCase, send?: Send) => confirm(id, body, send);
export const reopenCase = (id: string, words: string, send?: Send) => reopen(id, { words }, send);

/** Opens the raiser's number in full; the reason is logged and the raiser can see it. */
export const disclosePhone = (id: string, reason: string) =>
  call<{ phone: string }>('POST', `/cases/${id}/phone-disclosures`, { body: { reason } });
