import type { Actor } from '../../api/kernel/actor.ts';
import type { NewArea } from '../../api/modules/areas/index.ts';
import { caseCategories } from '../seeds/case-categories.ts';
import { type DeadlineCode, deadlineClasses } from '../seeds/deadline-classes.ts';
import type { Body } from './bodies.ts';
import type { Chance } from './chance.ts';
import type { Crew, Neighbourhood, Society } from './people.ts';
import type { Story } from './stories/index.ts';
import type { Turn } from './turns.ts';

/** Whoever brings a case in; `behalf` where staff write down somebody else's words. */
export interface Raiser {
  actor: Actor;
  behalf?: { name: string; phone: string; source: 'phone' | 'counter' | 'hotline' | 'visit' };
}

type What =
  | { verb: 'raise' }
  | { verb: 'accept' }
  | { verb: 'refuse'; words: string }
  | { verb: 'assign'; organizationId: string; accountId?: string; words: string; dueAt?: Date }
  | { verb: 'sign' }
  | { verb: 'note'; audience: 'internal' | 'raiser'; words: string }
  | { verb: 'resolve'; words: string }
  | { verb: 'reopen'; words: string }
  | ({ verb: 'turn' } & Turn)
  | { verb: 'confirm'; solved: boolean; satisfaction?: number; words?: string };

export type Act = What & { at: Date; actor: Actor };

/** One case from beginning to end, as far as it has come. */
export interface Scene {
  story: Story;
  raiser: Raiser;
  place: NewArea;
  title: string;
  body: string;
  pictured: boolean;
  acts: Act[];
}

/** Hours by the clock that a matter of the class usually takes. */
function usualHours(code: DeadlineCode): number {
  const { amount = 7, unit = 'day' } = deadlineClasses.find((one) => one.code === code) ?? {};
  return unit === 'hour' || unit === 'working_hour' ? amount : amount * 24;
}

const known = new Map(
  caseCategories.flatMap(({ code, deadline, items }) =>
    items.map((item): [string, { hours: number; danger: boolean }] => [
      `${code}.${item.code}`,
      { hours: usualHours(item.deadline ?? deadline), danger: item.callFirst !== undefined },
    ]),
  ),
);

export function customOf(story: Story): { hours: number; danger: boolean } {
  const custom = known.get(story.category);
  if (!custom) throw new Error(`no such category: ${story.category}`);
  return custom;
}

/** Who does the work of a story in a neighbourhood; in the committee's name it is the grid worker of the place. */
export function crewFor(by: Body, home: Neighbourhood, place: NewArea, society: Society): Crew {
  if (by === 'property') return home.property;
  const body = by === 'committee' ? undefined : society.bodies.get(by);
  if (body) return body;
  const workers = home.gridWorkers.get(place.gridId ?? '') ?? home.staff;
  return { organizationId: home.committee.organizationId, people: workers };
}

const closings = ['', '', '麻烦尽快看看。', '谢谢！', '辛苦了。', '请派人来看一下。', '方便的话给我回个电话。'];

export function wordsOf(story: Story, place: NewArea, chance: Chance): { title: string; body: string } {
  const title = story.title.replace('{p}', place.placeName);
  return { title, body: `${story.body}${story.kind === 'praise' ? '' : chance.pick(closings)}` };
}
