import { queryOptions } from '@tanstack/react-query';
import type { RoutingQuestion } from '../../../contract/routing.ts';
import { listRules, proposeHandler } from '../routing.ts';

export const rulesQuery = queryOptions({ queryKey: ['routing', 'rules'], queryFn: listRules });
export const proposalQuery = (asked: RoutingQuestion) =>
  queryOptions({ queryKey: ['routing', 'proposal', asked], queryFn: () => proposeHandler(asked) });
