import type { Area, AreaDetail, Located, Tier } from '../../contract/areas.ts';
import type { Position } from '../../contract/wire.ts';
import { call } from './http.ts';

/** Children of `parent`, or every area of one tier below it. */
export const listAreas = (query: { parent?: string; tier?: Tier }) =>
  call<{ areas: Area[] }>('GET', '/areas', { query });
export const getArea = (id: string) => call<AreaDetail>('GET', `/areas/${id}`);
/** The grid around a position (WGS-84) and the buildings close by, nearest first. */
export const locate = ({ lon, lat }: Position) => call<Located>('GET', '/areas/locate', { query: { lon, lat } });

const digits = new Intl.Collator('zh-Hans-CN', { numeric: true });
/** 2号楼 before 10号楼. */
export const naturalOrder = <T extends { name: string }>(areas: readonly T[]): T[] =>
  [...areas].sort((a, b) => digits.compare(a.name, b.name));
