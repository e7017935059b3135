import type { NewArea } from '../../api/modules/areas/index.ts';
import type { Chance } from './chance.ts';
import type { Neighbourhood, Society } from './people.ts';
import * as phrases from './phrases.ts';
import { type Act, crewFor, customOf, type Raiser, type Scene, wordsOf } from './scene.ts';
import { type Story, stories } from './stories/index.ts';
import { atWork, awake, isWeekend, later, onDay } from './times.ts';

const days = 92;
/** Share of each community in the cases, in their order. */
const shares = [0.34, 0.22, 0.1, 0.21, 0.13];

/** Three months of ordinary cases, told up to `now`. */
export function writeScenes(
  society: Society,
  count: number,
  now: Date,
  chance: Chance,
  newName: () => string,
): Scene[] {
  return Array.from({ length: count }, () => {
    const home = pickHome(society.neighbourhoods, chance);
    const story = pickStory(chance);
    const { raiser, place } = cast(home, story, chance, newName);
    const raisedAt = momentOf(now, chance);
    const acts = run({ story, raiser, place, home, society, raisedAt, now, chance });
    const words = wordsOf(story, place, chance);
    return { story, raiser, place, ...words, pictured: chance.happens(0.75), acts: acts.filter(({ at }) => at <= now) };
  });
}

function pickHome(homes: readonly Neighbourhood[], chance: Chance): Neighbourhood {
  let left = chance.next();
  const found = homes.find((_, index) => {
    left -= shares[index] ?? 0;
    return left < 0;
  });
  return found ?? chance.pick(homes);
}

function pickStory(chance: Chance): Story {
  const story = chance.pick(stories);
  return customOf(story).danger && chance.happens(0.6) ? pickStory(chance) : story;
}

/** Some time in the day, on weekends less often. */
function momentOf(now: Date, chance: Chance): Date {
  for (;;) {
    const at = onDay(now, -Math.floor(chance.between(0, days)), chance.between(7.5, 21));
    // The last days are told in held.ts as well.
    const told = later(at, 132) > now && chance.happens(0.75);
    if (at < now && !told && !(isWeekend(at) && chance.happens(0.45))) return at;
  }
}

/** Who raises it and where: a resident about where they live, a grid worker on the round, or a call that staff write down. */
export function cast(
  home: Neighbourhood,
  story: Story,
  chance: Chance,
  newName: () => string,
): { raiser: Raiser; place: NewArea } {
  const { buildings, units, grids } = home.terrain;
  const roll = chance.next();
  if (roll < 0.48) {
    const { actor, unit } = chance.pick(home.residents);
    return { raiser: { actor }, place: around(home, unit, story) };
  }
  const grid = chance.pick(grids);
  const houses = buildings.filter((building) => building.gridId === grid.id);
  const house = chance.pick(houses);
  const unit = chance.pick(units.filter(({ buildingId }) => buildingId === house.id));
  const place = around(home, unit, story);
  const worker = home.gridWorkers
    .get(grid.id)
    ?.find(({ grants }) => [grid.id, unit.microGridId].includes(grants[0]?.areaId ?? ''));
  if (roll < 0.68 && worker && !['consultation', 'praise'].includes(story.kind ?? 'help')) {
    return { raiser: { actor: worker }, place };
  }
  const source = chance.pick(['phone', 'phone', 'counter', 'hotline', 'visit'] as const);
  const phone = `139${String(Math.floor(chance.between(0, 1e8))).padStart(8, '0')}`;
  return { raiser: { actor: chance.pick(home.staff), behalf: { name: newName(), phone, source } }, place };
}

export function around(home: Neighbourhood, unit: NewArea, { at }: Story): NewArea {
  const { buildings, grids } = home.terrain;
  if (at === 'grid') return grids.find(({ id }) => id === unit.gridId) ?? unit;
  return at === 'building' ? (buildings.find(({ id }) => id === unit.buildingId) ?? unit) : unit;
}

interface Course {
  story: Story;
  raiser: Raiser;
  place: NewArea;
  home: Neighbourhood;
  society: Society;
  raisedAt: Date;
  now: Date;
  chance: Chance;
}

/** The whole course of a case, the future included. */
function run({ story, raiser, place, home, society, raisedAt, now, chance }: Course): Act[] {
  const { hours, danger } = customOf(story);
  const desk = chance.happens(0.08) ? society.officer : chance.pick(home.staff);
  const crew = crewFor(story.by, home, place, society);
  const worker = chance.pick(crew.people);
  const { organizationId } = crew;
  const soon = (at: Date, low: number, high: number) => {
    const next = later(at, chance.between(low, high) / 60);
    return danger ? next : atWork(next, chance);
  };
  const acts: Act[] = [{ verb: 'raise', at: raisedAt, actor: raiser.actor }];
  const accepted = danger ? soon(raisedAt, 1, 6) : soon(raisedAt, 4, 70);
  if (!danger && story.kind !== 'praise' && chance.happens(0.03)) {
    return [...acts, { verb: 'refuse', at: accepted, actor: desk, words: chance.pick(phrases.refusals) }];
  }
  acts.push({ verb: 'accept', at: accepted, actor: desk });
  const assigned = danger ? soon(accepted, 1, 5) : soon(accepted, 5, 90);
  const accountId = chance.happens(0.5) ? worker.accountId : undefined;
  const words = danger ? '有危险，请马上到场。' : chance.pick(phrases.assignWords);
  acts.push({ verb: 'assign', at: assigned, actor: desk, organizationId, accountId, words });
  const late = chance.happens(0.004);
  const signed = late
    ? later(assigned, chance.between(26, 40))
    : danger
      ? soon(assigned, 2, 18)
      : soon(assigned, 6, 220);
  acts.push({ verb: 'sign', at: signed, actor: worker });
  const share = chance.happens(0.05) ? chance.between(1.05, 1.3) : chance.between(0.05, 0.55);
  const resolved = danger ? soon(signed, 15, 80) : atWork(later(signed, hours * share), chance);
  if (!danger && chance.happens(0.35)) {
    const audience = raiser.behalf || chance.happens(0.5) ? 'internal' : 'raiser';
    const note = chance.pick(audience === 'internal' ? phrases.internalNotes : phrases.raiserNotes);
    const at = new Date(signed.getTime() + (resolved.getTime() - signed.getTime()) * 0.4);
    acts.push({ verb: 'note', at, actor: worker, audience, words: note });
  }
  acts.push({ verb: 'resolve', at: resolved, actor: worker, words: story.done });
  if (later(resolved, 240) > now && chance.happens(0.12)) return acts;
  return [...acts, ...verdict(resolved, { raiser, worker, desk, chance })];
}

/** What whoever raised it says in the end; not always right away that it is solved. */
function verdict(
  resolved: Date,
  { raiser, worker, desk, chance }: { raiser: Raiser; worker: Act['actor']; desk: Act['actor']; chance: Chance },
): Act[] {
  const actor = raiser.behalf ? desk : raiser.actor;
  const wait = (at: Date) => {
    const next = later(at, chance.between(0.5, 44));
    return raiser.behalf ? atWork(next, chance) : awake(next, chance);
  };
  const confirmed = later(wait(resolved), 0.05);
  const at = confirmed > resolved ? confirmed : later(resolved, 0.5);
  const solved: Act = { verb: 'confirm', at, actor, solved: true, ...opinion(chance) };
  if (chance.happens(0.012)) return [solved, ...relapse(at, { actor, worker, chance })];
  if (chance.happens(0.96)) return [solved];
  const again = atWork(later(at, chance.between(3, 40)), chance);
  const words = chance.pick(phrases.complaints);
  const last = wait(again);
  return [
    { verb: 'confirm', at, actor, solved: false, satisfaction: chance.pick([1, 2]), words },
    { verb: 'resolve', at: again, actor: worker, words: chance.pick(phrases.redone) },
    {
      verb: 'confirm',
      at: last > again ? last : later(again, 1),
      actor,
      solved: true,
      satisfaction: chance.pick([3, 4]),
    },
  ];
}

/** It comes back within the days in which a closed case may be opened again. */
function relapse(
  closed: Date,
  { actor, worker, chance }: { actor: Act['actor']; worker: Act['actor']; chance: Chance },
): Act[] {
  const back = awake(later(closed, chance.between(20, 40)), chance);
  const again = atWork(later(back, chance.between(4, 30)), chance);
  const last = awake(later(again, chance.between(2, 30)), chance);
  return [
    { verb: 'reopen', at: back, actor, words: chance.pick(phrases.reopenings) },
    { verb: 'resolve', at: again, actor: worker, words: chance.pick(phrases.redone) },
    { verb: 'confirm', at: last > again ? last : later(again, 1), actor, solved: true, satisfaction: 4 },
  ];
}

function opinion(chance: Chance): { satisfaction?: number; words?: string } {
  const roll = chance.next();
  if (roll < 0.04) return {};
  if (roll < 0.055) return { satisfaction: 2, words: chance.pick(phrases.lukewarm) };
  const words = chance.happens(0.4) ? chance.pick(phrases.praises) : undefined;
  return { satisfaction: roll < 0.14 ? 3 : roll < 0.42 ? 4 : 5, words };
}
