import type { Tier } from '../../../contract/areas.ts';
import { tiers } from '../../../contract/areas.ts';

const digits = new Intl.Collator('zh-Hans-CN', { numeric: true });
const numerals = '零一二三四五六七八九';

/** 第十二网格 → 第12网格, so that numbers written in characters sort as numbers; up to ninety-nine. */
function counted(name: string): string {
  return name.replace(
    /([一二三四五六七八九])?(十)?([一二三四五六七八九])?/g,
    (all, tens = '', ten = '', units = '') => {
      if (!all) return all;
      if (!ten) return String(numerals.indexOf(tens || units));
      return String((tens ? numerals.indexOf(tens) : 1) * 10 + (units ? numerals.indexOf(units) : 0));
    },
  );
}

/** 2号楼 before 10号楼, 第二网格 before 第十网格 (DOMAIN §1.4). */
export function byNaturalName(a: string, b: string): number {
  return digits.compare(counted(a), counted(b));
}

/** Ltree labels hold letters, digits and `_` only; ids are unique, codes may change. */
export function pathLabel(id: string): string {
  return id.replaceAll('-', '');
}

/** Whether a tier is further from the street than another: only such an area may stand below the other. */
export function isBelow(tier: Tier, other: Tier): boolean {
  return tiers.indexOf(tier) > tiers.indexOf(other);
}

/** Grids and all above them are the street's to arrange (DOMAIN §1.2: the street divides); buildings and what is in them the community's. */
export function isArrangedByStreet(tier: Tier): boolean {
  return !isBelow(tier, 'micro_grid');
}

export interface CodeFrame {
  /** What every code of the series starts with. */
  prefix: string;
  /** Digits of the number; 0 = as many as it has. */
  width: number;
  from: number;
  to: number;
}

/** How the codes of a kind are made (DOMAIN §1.1, §1.2), from the code of the area that numbers them. */
export function codeFrame(tier: Tier, kindCode: string, above: string, merged = false): CodeFrame | undefined {
  // CJ/T 349: communities that come out of a merger are numbered from 601.
  if (tier === 'community') return { prefix: above.slice(0, 9), width: 3, from: merged ? 601 : 1, to: 999 };
  if (tier === 'grid') {
    const type = kindCode === 'dedicated_grid' ? 2 : 1;
    return { prefix: `${above}${type}`, width: 2, from: 1, to: 99 };
  }
  if (tier === 'micro_grid') return { prefix: above, width: 2, from: 1, to: 99 };
  if (tier === 'building') return { prefix: `${above}B`, width: 5, from: 1, to: 99_999 };
  if (tier === 'unit') return { prefix: `${above}U`, width: 0, from: 1, to: 999 };
  return tier === 'dwelling' ? { prefix: `${above}R`, width: 0, from: 1, to: 9_999 } : undefined;
}

/** The tier whose area numbers a kind: buildings count through their community, the rest through what they stand in. */
export function numberedBy(tier: Tier): Tier | 'parent' {
  if (tier === 'grid' || tier === 'building') return 'community';
  return tier === 'community' ? 'street' : 'parent';
}

/**
 * The number after the highest one ever used, closed areas included: a code is never used again. A dwelling or a stairwell takes the
 * number in its name where that is free (302室 → R302). Undefined when the series is full.
 */
export function nextCode(frame: CodeFrame, used: readonly string[], name = ''): string | undefined {
  const { prefix, width, from, to } = frame;
  const written = (number: number) => `${prefix}${String(number).padStart(width, '0')}`;
  const own = width === 0 ? Number(/\d+/.exec(name)?.[0] ?? 0) : 0;
  if (own >= from && own <= to && !used.includes(written(own))) return written(own);
  const numbers = used
    .filter((code) => code.startsWith(prefix))
    .map((code) => code.slice(prefix.length))
    .filter((rest) => /^\d+$/.test(rest) && (width === 0 || rest.length === width))
    .map(Number)
    .filter((number) => number >= from && number <= to);
  const next = Math.max(from - 1, ...numbers) + 1;
  return next <= to ? written(next) : undefined;
}
