import type { CaseKind } from '../../../contract/cases.ts';
import type { Body } from '../bodies.ts';
import type { Motive } from '../pictures/motives.ts';

/** One everyday matter as a neighbour would tell it. `{p}` stands for the place: 2号楼4单元. */
export interface Story {
  category: string;
  /** Who is given the work. */
  by: Body;
  /** How exactly the place is known. */
  at: 'unit' | 'building' | 'grid';
  title: string;
  body: string;
  /** What the handler reports. */
  done: string;
  kind?: CaseKind;
  /** Where in a grid. */
  spot?: string;
  /** What photos of it show, before and after. */
  motive?: Motive;
}

type More = Pick<Story, 'kind' | 'spot' | 'motive'>;

export function story(
  category: string,
  by: Body,
  at: Story['at'],
  title: string,
  body: string,
  done: string,
  more: More = {},
): Story {
  return { category, by, at, title, body, done, ...more };
}
