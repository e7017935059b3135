import type {
  AddArea,
  AreaDetail,
  AreaHistory,
  AreaKind,
  AreaMatches,
  DrawBoundary,
  DrawnBoundary,
  EditArea,
} from '../../contract/areas.ts';
import type { CloseArea, MergeAreas, MoveArea, Redistricted, SplitArea } from '../../contract/redistricting.ts';
import { call } from './http.ts';

/** Areas by name, written place or code, with the line above each. */
export const findAreas = (q: string) => call<AreaMatches>('GET', '/areas/matches', { query: { q } });
export const listAreaKinds = () => call<{ kinds: AreaKind[] }>('GET', '/area-kinds');
export const areaHistory = (id: string) => call<AreaHistory>('GET', `/areas/${id}/history`);
/** The code the rules propose for a new area of a kind below another. */
export const nextAreaCode = (parent: string, kindId: string, name?: string) =>
  call<{ code: string }>('GET', `/areas/${parent}/next-code`, { query: { kindId, name } });

export const addArea = (body: AddArea, idempotencyKey: string) =>
  call<AreaDetail>('POST', '/areas', { body, idempotencyKey });
export const editArea = (id: string, ifMatch: number, body: EditArea) =>
  call<AreaDetail>('PATCH', `/areas/${id}`, { body, ifMatch });
export const drawBoundary = (id: string, ifMatch: number, body: DrawBoundary) =>
  call<DrawnBoundary>('PATCH', `/areas/${id}/boundary`, { body, ifMatch });
export const splitArea = (id: string, ifMatch: number, body: SplitArea, idempotencyKey: string) =>
  call<Redistricted>('POST', `/areas/${id}/split`, { body, ifMatch, idempotencyKey });
export const mergeAreas = (body: MergeAreas, idempotencyKey: string) =>
  call<Redistricted>('POST', '/area-mergers', { body, idempotencyKey });
export const moveArea = (id: string, ifMatch: number, body: MoveArea, idempotencyKey: string) =>
  call<Redistricted>('POST', `/areas/${id}/moves`, { body, ifMatch, idempotencyKey });
export const closeArea = (id: string, ifMatch: number, body: CloseArea, idempotencyKey: string) =>
  call<Redistricted>('POST', `/areas/${id}/closure`, { body, ifMatch, idempotencyKey });
