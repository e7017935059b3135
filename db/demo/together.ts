import type { Actor } from '../../api/kernel/actor.ts';
import { dayOf } from '../../api/kernel/clock.ts';
import * as elsewhere from '../../api/modules/elsewhere/index.ts';
import * as joint from '../../api/modules/joint/index.ts';
import * as whistles from '../../api/modules/whistles/index.ts';
import type { Society } from './people.ts';
import { checksOf, partOf, turnoutOf } from './queries.ts';
import type { Scene } from './scene.ts';
import { type Turn, tell } from './turns.ts';

const involve = (parts: readonly { organizationId: string; task: string }[]): Turn => ({
  permission: 'case.involve',
  take: (deed, world, id) => joint.involveBodies(deed, world, id, parts),
});
const signPart = (organizationId: string): Turn => ({
  permission: 'case.help',
  take: async (deed, world, id) => joint.signPart(deed, world, id, await partOf(deed.tx, id, organizationId)),
});
const finishPart = (organizationId: string, words: string): Turn => ({
  permission: 'case.help',
  take: async (deed, world, id) =>
    joint.finishPart(deed, world, id, await partOf(deed.tx, id, organizationId), { words, photoIds: [] }),
});
const call = (organizationIds: readonly string[], meetAt: Date): Turn => ({
  permission: 'case.whistle',
  take: (deed, world, id) =>
    whistles.whistle(deed, world, id, {
      ...{ organizationIds: [...organizationIds], meetAt: meetAt.toISOString() },
      ...{ place: '车棚门口', words: '线路老化冒火花，请一起到现场看。' },
    }),
});
const answer = (organizationId: string): Turn => ({
  permission: 'case.help',
  take: async (deed, world, id) =>
    whistles.answerCall(deed, world, id, await turnoutOf(deed.tx, id, organizationId), { coming: true }),
});
const turnUp = (organizationId: string): Turn => ({
  permission: 'case.help',
  take: async (deed, world, id) => whistles.turnUp(deed, world, id, await turnoutOf(deed.tx, id, organizationId)),
});
const score = (organizationId: string): Turn => ({
  permission: 'case.whistle',
  take: async (deed, world, id) =>
    whistles.scoreTurnout(deed, world, id, await turnoutOf(deed.tx, id, organizationId), {
      ...{ score: 5, words: '到得准时，当场断了电。' },
    }),
});
const scoreCall = (organizationId: string): Turn => ({
  permission: 'case.help',
  take: async (deed, world, id) =>
    whistles.scoreCall(deed, world, id, await turnoutOf(deed.tx, id, organizationId), {
      score: 4,
      words: '事情说得清楚。',
    }),
});
const lookElsewhere = (areaIds: readonly string[]): Turn => ({
  permission: 'case.check_elsewhere',
  async take(deed, world, id) {
    const month = `case:${dayOf(deed.now).slice(0, 7)}`;
    const serials: number[] = [];
    for (const _ of areaIds) serials.push(await world.nextSerial(deed.actor.tenantId, month));
    const words = '看看别的车棚有没有同样的老线路。';
    return elsewhere.askChecks(deed, world, id, { areaIds: [...areaIds], words }, serials);
  },
});
/** Of the first two places one has the same, the other has not. */
const lookedAt = (place: string, found: boolean): Turn => ({
  permission: 'case.answer_check',
  async take(deed, world, id) {
    const check = (await checksOf(deed.tx, id)).find(({ areaId }) => areaId === place);
    if (!check) throw new Error('nobody was asked to look there');
    return elsewhere.answerCheck(deed, world, check.id, { found, words: '', photoIds: [] });
  },
});

/** What takes several bodies: a lead with helpers, a whistle that was followed, the same looked for at other places. */
export function together(society: Society, now: Date): Scene[] {
  const crewOf = (key: 'enforcement' | 'fire' | 'power') => {
    const { organizationId = '', people = [] } = society.bodies.get(key) ?? {};
    const [person] = people;
    if (!person) throw new Error(`nobody works at ${key}`);
    return { organizationId, people, person };
  };
  const [enforcement, fire, power] = [crewOf('enforcement'), crewOf('fire'), crewOf('power')];

  const lane = tell(society, now, { title: '消防通道停了一排车', resident: 1, raised: [6, 8.5], home: 1 });
  const property = lane.home.property.organizationId;
  lane.accept(6, 9).give(6, 9.3, enforcement);
  lane.turn(
    6,
    10,
    lane.desk,
    involve([
      { organizationId: property, task: '划好通道线，装上提示牌' },
      { organizationId: fire.organizationId, task: '给车主讲一次消防通道的规定' },
    ]),
  );
  const helpers: [string, Actor, string][] = [
    [property, lane.master, '线划好了，牌子装了 3 块。'],
    [fire.organizationId, fire.person, '晚上在小区讲了一次，来了 26 户。'],
  ];
  for (const [organization, person, words] of helpers) {
    lane.turn(6, 14, person, signPart(organization)).turn(5, 11, person, finishPart(organization, words));
  }
  lane.resolve(5, 16, enforcement.person).confirm(5, 19.5);

  const sparks = tell(society, now, { title: '{p}车棚线路冒火花', resident: 2, raised: [4, 9] });
  sparks.accept(4, 9.1).turn(4, 9.2, sparks.desk, call([power.organizationId, fire.organizationId], sparks.at(4, 11)));
  for (const { organizationId, person } of [power, fire]) {
    sparks.turn(4, 9.5, person, answer(organizationId)).turn(4, 10.8, person, turnUp(organizationId));
    sparks.turn(4, 15, sparks.desk, score(organizationId)).turn(4, 16, person, scoreCall(organizationId));
  }
  sparks.give(4, 11.2, power).resolve(4, 14, power.person);
  const { grids } = sparks.home.terrain;
  const [first, second, third] = grids.map(({ id }) => id);
  if (!first || !second || !third) throw new Error('too few grids');
  sparks.turn(3, 9, sparks.desk, lookElsewhere([first, second, third]));
  for (const [place, found] of [
    [first, true],
    [second, false],
  ] as const) {
    const walker = sparks.home.gridWorkers.get(place)?.[0];
    if (walker) sparks.turn(2, 10, walker, lookedAt(place, found));
  }
  return [lane.scene, sparks.scene];
}
