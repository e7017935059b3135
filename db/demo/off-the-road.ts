import * as closing from '../../api/modules/closing/index.ts';
import * as escalation from '../../api/modules/escalation/index.ts';
import * as levels from '../../api/modules/levels/index.ts';
import * as neighbours from '../../api/modules/neighbours/index.ts';
import * as pauses from '../../api/modules/pauses/index.ts';
import * as publication from '../../api/modules/publication/index.ts';
import type { Society } from './people.ts';
import type { Scene } from './scene.ts';
import { type Turn, tell } from './turns.ts';

const pause = (kind: 'suspension' | 'extension', until: Date, words: string): Turn => ({
  permission: 'case.suspend',
  take: (deed, world, id) => pauses.askPause(deed, world, id, kind, { until: until.toISOString(), words }),
});
const allow: Turn = {
  permission: 'case.decide_pause',
  take: (deed, world, id) => pauses.decidePause(deed, world, id, { approved: true, words: '同意，请告诉反映人。' }),
};
const hand = (verb: 'hand_up' | 'hand_down', words: string): Turn => ({
  permission: `case.${verb}`,
  take: (deed, world, id) => levels.handOver(deed, world, id, verb, words),
});
const sendBack: Turn = {
  permission: 'case.send_back',
  take: (deed, world, id) => levels.sendBack(deed, world, id, '这一段是供水所的管子，物业没有权限动。'),
};
const publish: Turn = {
  permission: 'case.publish',
  take: (deed, world, id) => publication.publishCase(deed, world, id, { published: true }),
};
const join: Turn = { permission: 'case.join', take: (deed, _, id) => neighbours.joinCase(deed, id) };
const mergeInto = (lead: Scene): Turn => ({
  permission: 'case.merge',
  take: (deed, world, id, idOf) =>
    neighbours.mergeCases(deed, world, id, { into: idOf(lead), others: [], reason: '同一根水管，一起办。' }),
});
const urge: Turn = {
  permission: 'case.urge',
  take: (deed, world, id) => escalation.urgeCase(deed, world, id, { words: '已经好几天了，还要等多久？' }),
};
const supervise = (dueAt: Date): Turn => ({
  permission: 'case.supervise',
  take: (deed, world, id) =>
    escalation.superviseCase(deed, world, id, { watching: true, words: '街道盯着办。', dueAt: dueAt.toISOString() }),
});
const archive: Turn = {
  permission: 'case.archive',
  take: (deed, world, id) => closing.archiveCase(deed, world, id),
};

/** Cases that wait, go up and down, become one, are shown, urged and put away. */
export function offTheRoad(society: Society, now: Date): Scene[] {
  const { officer } = society;
  const of = (title: string, resident: number, raised: readonly [number, number], home = 0) =>
    tell(society, now, { title, resident, raised, home });
  const body = (key: 'water' | 'enforcement' | 'gardens') => {
    const crew = society.bodies.get(key);
    const [person] = crew?.people ?? [];
    if (!crew || !person) throw new Error(`nobody works at ${key}`);
    return { crew, person };
  };

  const waiting = [0, 1].map((home) => {
    const one = of('{p}顶楼漏雨', 2, [12, 9.2], home);
    const reason = '防水材料要等到天晴才能做，先停一停。';
    one.accept(12, 9.6).give(12, 10, one.home.property);
    one.turn(10, 9, one.master, pause('suspension', one.at(-9, 18), reason));
    return one.turn(10, 10.5, one.desk, allow);
  });

  const lift = of('{p}想加装电梯，一楼不同意', 3, [11, 19]);
  lift.accept(10, 9).give(10, 9.5, lift.home.property);
  lift.turn(6, 15, lift.master, pause('extension', lift.at(-20, 18), '一楼的住户要等儿子回来再谈。'));
  lift.turn(6, 16, lift.desk, allow);

  const leak = of('{p}水管漏水，楼道积水', 4, [5, 8.5]);
  const same = of('{p}水管漏水，楼道积水', 5, [5, 9]);
  leak.accept(5, 8.8);
  for (const resident of [6, 7]) {
    const neighbour = leak.home.residents[resident];
    if (neighbour) leak.turn(5, 9 + resident / 10, neighbour.actor, join);
  }
  same.turn(5, 10, same.desk, mergeInto(leak.scene));
  leak.give(5, 10.2, leak.home.property).resolve(5, 12, leak.master).confirm(5, 19);

  const bench = of('想在楼下加一把长椅', 6, [4, 10]);
  const shown = bench.turn(4, 10.2, bench.scene.raiser.actor, publish).accept(4, 11);
  for (const resident of [7, 8, 9]) {
    const neighbour = bench.home.residents[resident];
    if (neighbour) shown.turn(3, resident, neighbour.actor, join);
  }
  shown.give(3, 15, bench.home.property);

  const wires = of('三辆僵尸车占着车位', 8, [9, 10]);
  const { crew: enforcement, person: inspector } = body('enforcement');
  wires.accept(9, 10.5).turn(9, 11, wires.desk, hand('hand_up', '社区贴了告示没有人来，请街道协调执法。'));
  const { organizationId } = enforcement;
  const words = '请联系车主，三天内清走。';
  wires.scene.acts.push(
    { verb: 'assign', at: wires.at(8, 9), actor: officer, organizationId, words },
    { verb: 'sign', at: wires.at(8, 10), actor: inspector },
  );
  wires.resolve(6, 16, inspector).confirm(6, 20);

  const trees = of('健身器材踏板松动', 9, [8, 9], 2);
  trees.accept(8, 9.5).turn(8, 10, trees.desk, hand('hand_up', '不知道归哪家管，请街道定。'));
  trees.turn(8, 14, officer, hand('hand_down', '在小区红线内，由社区安排物业修。'));
  trees.give(8, 15, trees.home.property).resolve(7, 11, trees.master).confirm(7, 19);

  const pipe = of('{p}下水道堵了往外返水', 10, [7, 8.2], 1);
  const { crew: water, person: fitter } = body('water');
  pipe.accept(7, 8.6).give(7, 9, pipe.home.property).turn(7, 10.5, pipe.master, sendBack);
  pipe.give(7, 11, water).resolve(6, 15, fitter).confirm(6, 19.5);

  const noise = of('{p}楼上半夜拖桌椅', 10, [20, 19]);
  noise.accept(19, 9).give(19, 9.5, noise.home.property);
  noise.turn(9, 9, noise.scene.raiser.actor, urge).turn(8, 10, officer, supervise(noise.at(-3, 18)));

  const late = of('公共车位被装了地锁', 11, [16, 10], 3);
  late.accept(16, 10.5).give(16, 11, late.home.property);

  const put = of('{p}楼道两周没打扫', 11, [60, 9]);
  put.accept(60, 9.5).give(60, 10, put.home.property).resolve(59, 10, put.master).confirm(59, 19);
  put.turn(30, 9, put.desk, archive);

  const silent = of('充电桩扫码没反应', 9, [20, 9], 1);
  silent.accept(20, 9.4).give(20, 10, silent.home.property).resolve(19, 10, silent.master);

  const steps = [3, 0].map((home) => {
    const one = of('{p}邻居的鞋柜占了过道', 8, [3, 9], home);
    // To the grid; where there are micro-grids, on to them.
    one.turn(3, 9.5, one.desk, hand('hand_down', '就在楼道里，请网格员上门说一说。'));
    if (one.scene.place.microGridId) one.turn(3, 10, one.desk, hand('hand_down', '请微网格员就近上门。'));
    return one.resolve(3, 15, one.walker).confirm(3, 19);
  });
  const own = of('{p}高龄补贴怎么申请', 3, [6, 9], 4);
  own.accept(6, 9.5, officer).resolve(6, 11, officer).confirm(6, 19);

  return [...waiting, lift, leak, same, bench, wires, trees, pipe, noise, late, put, silent, ...steps, own].map(
    ({ scene }) => scene,
  );
}
