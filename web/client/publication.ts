import type { PublicCase, PublicCases, PublicCasesQuery, PublicPlan } from '../../contract/publication.ts';
import type { Query } from './address.ts';
import { call } from './http.ts';

export const listPublic = (query: Partial<PublicCasesQuery>) =>
  call<PublicCases>('GET', '/public-cases', { query: query as Query });
export const getPublic = (id: string, street?: string) =>
  call<PublicCase>('GET', `/public-cases/${id}`, { query: { street } });
export const getPublicPlan = (street?: string) => call<PublicPlan>('GET', '/public-plan', { query: { street } });
