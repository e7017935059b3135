import type { Rung } from '../../../../contract/escalation.ts';

/** Who can be told at a rung: the set of people with where they stand to the case. */
export type Hearer = Pick<Rung, 'roleSet' | 'level'>;
export const hearers: readonly Hearer[] = [
  { roleSet: 'handler', level: 'handled' },
  { roleSet: 'grid_worker', level: 'grid' },
  { roleSet: 'grid_worker', level: 'community' },
  { roleSet: 'community_staff', level: 'community' },
  { roleSet: 'street_officer', level: 'street' },
];

export const nameOf = ({ roleSet, level }: Hearer) => `${roleSet} ${level}`;
/** One of the usual choices. */
export const isUsual = (one: Hearer) => hearers.some((usual) => nameOf(usual) === nameOf(one));
export const hours = { min: 0, max: 2160 };

/** A rung while it is being written. */
export interface RungLine {
  readonly key: number;
  readonly afterHours: string;
  readonly hearer: string;
}

export const linesOf = (rungs: readonly Rung[]): RungLine[] =>
  rungs.map((rung, key) => ({ key, afterHours: String(rung.afterHours), hearer: nameOf(rung) }));

/** The usual choices, and whoever the ladder names already. */
export const choicesFor = (rungs: readonly Rung[]): Hearer[] => [
  ...hearers,
  ...rungs.filter((rung, index) => !isUsual(rung) && rungs.findIndex((one) => nameOf(one) === nameOf(rung)) === index),
];

/** Lines that say what another line before them says. */
export const repeatedIn = (lines: readonly RungLine[]): ReadonlySet<number> =>
  new Set(
    lines
      .filter(({ afterHours, hearer }, index) =>
        lines.slice(0, index).some((one) => Number(one.afterHours) === Number(afterHours) && one.hearer === hearer),
      )
      .map(({ key }) => key),
  );
