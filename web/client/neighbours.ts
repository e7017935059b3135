import type { FollowedCases, NeighbourCase, SimilarCases, SimilarQuery } from '../../contract/neighbours.ts';
import type { Query } from './address.ts';
import { call } from './http.ts';

/** Open cases close by that may be what is being typed, at most five. */
export const similarCases = (query: SimilarQuery, signal?: AbortSignal) =>
  call<SimilarCases>('GET', '/similar-cases', { query: query as Query, signal });
/** Open cases close by that may be the same as this one; for staff. */
export const similarTo = (id: string) => call<SimilarCases>('GET', `/cases/${id}/similar-cases`);

/** 我也是. */
export const joinCase = (id: string) => call<NeighbourCase>('POST', `/cases/${id}/following`, { body: {} });
export const leaveCase = (id: string) => call<void>('DELETE', `/cases/${id}/following`);

export const listFollowed = (cursor?: string) => call<FollowedCases>('GET', '/followed-cases', { query: { cursor } });
export const getFollowed = (id: string) => call<NeighbourCase>('GET', `/followed-cases/${id}`);
