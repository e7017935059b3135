import type { Actor } from '../../api/kernel/actor.ts';
import type { Deed } from '../../api/kernel/route.ts';
import type { World } from '../../api/kernel/world.ts';
import type { NewArea } from '../../api/modules/areas/index.ts';
import type { Neighbourhood, Society } from './people.ts';
import type { Act, Scene } from './scene.ts';
import { around } from './script.ts';
import { storyCalled } from './stories/index.ts';
import { onDay } from './times.ts';

/** The id of a case that was raised before. */
export type IdOf = (scene: Scene) => string;

/** A step off the straight road, with the permission it is taken by. */
export interface Turn {
  permission: string;
  take: (deed: Deed, world: World, id: string, idOf: IdOf) => Promise<unknown>;
}

/** One case told step by step, in the order in which things happened. */
export interface Telling {
  scene: Scene;
  home: Neighbourhood;
  desk: Actor;
  master: Actor;
  walker: Actor;
  at: (daysAgo: number, hour: number) => Date;
  accept: (daysAgo: number, hour: number, by?: Actor) => Telling;
  /** Given to a body by the desk; its first person signs half an hour later. */
  give: (daysAgo: number, hour: number, to: { organizationId: string; people: readonly Actor[] }) => Telling;
  turn: (daysAgo: number, hour: number, actor: Actor, turn: Turn) => Telling;
  resolve: (daysAgo: number, hour: number, by: Actor) => Telling;
  confirm: (daysAgo: number, hour: number) => Telling;
}

interface Beginning {
  title: string;
  /** Which community, and which of its people raised it. */
  home?: number;
  resident: number;
  raised: readonly [daysAgo: number, hour: number];
}

export function tell(society: Society, now: Date, { title, home: index = 0, resident, raised }: Beginning): Telling {
  const home = society.neighbourhoods[index];
  const raiser = home?.residents[resident];
  const story = storyCalled(title);
  const place: NewArea | undefined = home && raiser && around(home, raiser.unit, story);
  const beats = [raiser?.unit.gridId, raiser?.unit.microGridId];
  const walker = home?.gridWorkers
    .get(raiser?.unit.gridId ?? '')
    ?.find(({ grants }) => beats.includes(grants[0]?.areaId));
  const [desk] = home?.staff ?? [];
  const [master] = home?.property.people ?? [];
  if (!home || !raiser || !place || !desk || !master || !walker) throw new Error(`somebody of ${title} is missing`);
  const at = (daysAgo: number, hour: number) => onDay(now, -daysAgo, hour);
  const acts: Act[] = [{ verb: 'raise', at: at(...raised), actor: raiser.actor }];
  const heading = story.title.replace('{p}', place.placeName);
  const scene: Scene = {
    story,
    raiser: { actor: raiser.actor },
    place,
    title: heading,
    body: story.body,
    pictured: true,
    acts,
  };
  const add = (...more: Act[]) => {
    acts.push(...more);
    return telling;
  };
  const telling: Telling = {
    ...{ scene, home, desk, master, walker, at },
    accept: (daysAgo, hour, by = desk) => add({ verb: 'accept', at: at(daysAgo, hour), actor: by }),
    give(daysAgo, hour, { organizationId, people }) {
      const [worker = desk] = people;
      const words = '先到现场看一看，办好告诉反映人。';
      return add(
        { verb: 'assign', at: at(daysAgo, hour), actor: desk, organizationId, words },
        { verb: 'sign', at: at(daysAgo, hour + 0.5), actor: worker },
      );
    },
    turn: (daysAgo, hour, actor, turn) => add({ verb: 'turn', at: at(daysAgo, hour), actor, ...turn }),
    resolve: (daysAgo, hour, by) => add({ verb: 'resolve', at: at(daysAgo, hour), actor: by, words: story.done }),
    confirm: (daysAgo, hour) =>
      add({ verb: 'confirm', at: at(daysAgo, hour), actor: raiser.actor, solved: true, satisfaction: 5 }),
  };
  return telling;
}
