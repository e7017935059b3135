import type { RoutingProposal, RoutingQuestion, RoutingRule, RoutingRules, WriteRule } from '../../contract/routing.ts';
import { call } from './http.ts';

export const listRules = () => call<RoutingRules>('GET', '/routing-rules');
export const proposeHandler = (query: RoutingQuestion) => call<RoutingProposal>('GET', '/routing-proposals', { query });
export const addRule = (body: WriteRule, idempotencyKey: string) =>
  call<RoutingRule>('POST', '/routing-rules', { body, idempotencyKey });
export const changeRule = (id: string, ifMatch: number, body: WriteRule) =>
  call<RoutingRule>('PATCH', `/routing-rules/${id}`, { body, ifMatch });
export const removeRule = (id: string, ifMatch: number) => call<void>('DELETE', `/routing-rules/${id}`, { ifMatch });
