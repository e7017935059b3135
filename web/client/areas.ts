import type { Area, AreaDetail, Located, Tier } from '../../contract/areas.ts';
import type { DevicePosition } from '../../contract/wire.ts';
import { call } from './http.ts';

/** Children of `parent`, or every area of one tier below it. */
export const listAreas = (query: { parent?: string; tier?: Tier }) =>
  call<{ areas: Area[] }>('GET', '/areas', { query });
export const getArea = (id: string) => call<AreaDetail>('GET', `/areas/${id}`);
/** What lies under a position, the grid around it and the buildings close by, nearest first. */
export const locate = ({ lon, lat, crs }: DevicePosition) =>
  call<Located>('GET', '/areas/locate', { query: { lon, lat, crs } });

const digits = new Intl.Collator('zh-Hans-CN', { numeric: true });
const numerals = '零一二三四五六七八九';

/** 第十二网格 → 第12网格, so that numbers written in characters sort as numbers; up to ninety-nine. */
const counted = (name: string): string =>
  name.replace(/([一二三四五六七八九])?(十)?([一二三四五六七八九])?/g, (all, tens = '', ten = '', units = '') => {
    if (!all) return all;
    if (!ten) return String(numerals.indexOf(tens || units));
    return String((tens ? numerals.indexOf(tens) : 1) * 10 + (units ? numerals.indexOf(units) : 0));
  });

/** 2号楼 before 10号楼, 第二网格 before 第十网格. */
export const naturalOrder = <T extends { name: string }>(areas: readonly T[]): T[] =>
  [...areas].sort((a, b) => digits.compare(counted(a.name), counted(b.name)));
