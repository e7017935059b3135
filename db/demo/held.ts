import type { Actor } from '../../api/kernel/actor.ts';
import type { NewArea } from '../../api/modules/areas/index.ts';
import type { CaseState } from '../../contract/cases.ts';
import type { Chance } from './chance.ts';
import type { Neighbourhood, Society } from './people.ts';
import * as phrases from './phrases.ts';
import { type Act, crewFor, type Raiser, type Scene, wordsOf } from './scene.ts';
import { around, cast } from './script.ts';
import { type Story, storyCalled } from './stories/index.ts';
import { dayMs, eveningBefore, hourMs, later, minuteMs, onDay } from './times.ts';

/** A case that has come so far and no further when the server starts, so that every desk has something on it. */
interface Held {
  /** Title of the story. */
  title: string;
  stop: Extract<CaseState, 'submitted' | 'accepted' | 'assigned' | 'in_progress' | 'resolved' | 'reopened'>;
  /** Hours since it was raised. */
  since: number;
  due?: 'overdue' | 'near' | 'today';
  /** `home`: in the grid of whom the sign-in page offers as resident and grid worker. `hers`: raised by her. */
  where?: 'home' | 'hers';
}

const held: readonly Held[] = [
  { title: '{p}水管漏水，楼道积水', stop: 'accepted', since: 1.4, due: 'near', where: 'home' },
  { title: '{p}门禁刷不开', stop: 'submitted', since: 0.8, where: 'hers' },
  { title: '{p}老人两天没出门', stop: 'assigned', since: 2.2, where: 'home' },
  { title: '{p}楼梯拐角堆满废纸箱', stop: 'assigned', since: 20, due: 'today', where: 'home' },
  { title: '想在楼下加一把长椅', stop: 'in_progress', since: 70, where: 'hers' },
  { title: '{p}邻居的鞋柜占了过道', stop: 'in_progress', since: 52, due: 'near', where: 'home' },
  { title: '{p}单元门关不上', stop: 'assigned', since: 5, where: 'home' },
  { title: '{p}外墙水管往下滴水', stop: 'in_progress', since: 30, due: 'overdue', where: 'home' },
  { title: '健身器材踏板松动', stop: 'in_progress', since: 28, due: 'today', where: 'home' },
  { title: '{p}声控灯要跺脚才亮', stop: 'reopened', since: 76, where: 'home' },
  { title: '人行道砖松动，下雨溅一身泥', stop: 'assigned', since: 9, where: 'home' },
  { title: '{p}车棚线路冒火花', stop: 'accepted', since: 26, due: 'overdue' },
  { title: '{p}电梯停在七楼不动', stop: 'submitted', since: 0.5 },
  { title: '路灯整排不亮', stop: 'accepted', since: 3 },
  { title: '{p}楼道堆物挡住消火栓', stop: 'accepted', since: 4 },
  { title: '{p}餐馆油烟飘进住户', stop: 'accepted', since: 6 },
  { title: '危树枝搭在电线上', stop: 'submitted', since: 1.1 },
  { title: '三辆僵尸车占着车位', stop: 'accepted', since: 8 },
  { title: '健身器材踏板松动', stop: 'accepted', since: 5 },
  { title: '{p}想给楼下装一排扶手', stop: 'submitted', since: 2 },
  { title: '广场舞音量大', stop: 'assigned', since: 12 },
  { title: '{p}高龄补贴怎么申请', stop: 'submitted', since: 3 },
  { title: '井盖晃动，车一过就响', stop: 'assigned', since: 4, due: 'today' },
  { title: '{p}一天跳闸三次', stop: 'assigned', since: 7, due: 'near' },
  { title: '雨水口堵住，下雨就积水', stop: 'in_progress', since: 30, due: 'overdue' },
  { title: '{p}下水道堵了往外返水', stop: 'in_progress', since: 16, due: 'today' },
  { title: '消防通道停了一排车', stop: 'in_progress', since: 22, due: 'near' },
  { title: '垃圾满了没人收', stop: 'in_progress', since: 18, due: 'near' },
  { title: '{p}顶楼漏雨', stop: 'in_progress', since: 120 },
  { title: '{p}楼上半夜拖桌椅', stop: 'in_progress', since: 66, due: 'today' },
  { title: '{p}想加装电梯，一楼不同意', stop: 'in_progress', since: 200 },
  { title: '公共车位被装了地锁', stop: 'assigned', since: 24 },
  { title: '{p}声控灯要跺脚才亮', stop: 'assigned', since: 27, due: 'overdue' },
  { title: '三辆僵尸车占着车位', stop: 'in_progress', since: 180, due: 'overdue' },
  { title: '{p}装修垃圾堆了半个月', stop: 'resolved', since: 50 },
  { title: '路面塌了一个坑', stop: 'resolved', since: 72 },
  { title: '{p}残疾证到期换证', stop: 'resolved', since: 90 },
  { title: '充电桩扫码没反应', stop: 'resolved', since: 44 },
  { title: '{p}楼道两周没打扫', stop: 'reopened', since: 80 },
  { title: '{p}楼道蟑螂多', stop: 'reopened', since: 100 },
];

export function holdScenes(society: Society, now: Date, chance: Chance, newName: () => string): Scene[] {
  const first = society.neighbourhoods[0];
  const her = first?.residents[0];
  if (!first || !her) throw new Error('nobody lives here');
  return held.map((one, index) => {
    const story = storyCalled(one.title);
    const home = one.where ? first : (society.neighbourhoods[index % society.neighbourhoods.length] ?? first);
    const near = one.where === 'home' ? stairwellNearby(first, her.unit, chance) : her.unit;
    const hers = { raiser: { actor: her.actor }, place: around(first, her.unit, story) };
    const others = { ...home, residents: home.residents.filter((resident) => resident !== her) };
    const somebody = cast(others, story, chance, newName);
    const neighbour = { ...somebody, place: around(first, near, story) };
    const { raiser, place } = one.where === 'hers' ? hers : one.where === 'home' ? neighbour : somebody;
    const acts = hold(one, { story, raiser, place, home, society, now, chance });
    return { story, raiser, place, ...wordsOf(story, place, chance), pictured: true, acts };
  });
}

function stairwellNearby({ terrain }: Neighbourhood, unit: NewArea, chance: Chance): NewArea {
  return chance.pick(terrain.units.filter(({ gridId, id }) => gridId === unit.gridId && id !== unit.id));
}

interface Setting {
  story: Story;
  raiser: Raiser;
  place: NewArea;
  home: Neighbourhood;
  society: Society;
  now: Date;
  chance: Chance;
}

/** Spreads the acts over the time since it was raised; nothing happens at night, and nothing later than now. */
function hold({ stop, since, due }: Held, { story, raiser, place, home, society, now, chance }: Setting): Act[] {
  const desk = home.staff[0] ?? society.officer;
  const crew = crewFor(story.by, home, place, society);
  const worker = crew.people[0] ?? desk;
  const dueAt = deadline(due, since, now);
  const acts: Act[] = [];
  const add = (share: number, act: Act) => {
    const wanted = eveningBefore(later(now, -since * (1 - share)), chance);
    const latest = now.getTime() - 2 * minuteMs * (1 + Math.floor((1 - share) * 8));
    const earliest = (acts.at(-1)?.at.getTime() ?? 0) + minuteMs;
    acts.push({ ...act, at: new Date(Math.max(earliest, Math.min(wanted.getTime(), latest))) });
  };
  const at = now;
  add(0, { verb: 'raise', at, actor: raiser.actor });
  if (stop === 'submitted') return acts;
  add(0.08, { verb: 'accept', at, actor: desk });
  if (stop === 'accepted') return acts;
  const words = chance.pick(phrases.assignWords);
  const job = { organizationId: crew.organizationId, accountId: worker.accountId, words, dueAt };
  add(0.15, { verb: 'assign', at, actor: desk, ...job });
  if (stop === 'assigned') return acts;
  add(0.3, { verb: 'sign', at, actor: worker });
  add(0.5, { verb: 'note', at, actor: worker, audience: 'internal', words: chance.pick(phrases.internalNotes) });
  if (stop === 'in_progress') return acts;
  add(0.75, { verb: 'resolve', at, actor: worker, words: story.done });
  if (stop === 'resolved') return acts;
  const voice: Actor = raiser.behalf ? desk : raiser.actor;
  const complaint = chance.pick(phrases.complaints);
  add(0.9, { verb: 'confirm', at, actor: voice, solved: false, satisfaction: 2, words: complaint });
  return acts;
}

function deadline(due: Held['due'], since: number, now: Date): Date | undefined {
  if (due === 'overdue') return new Date(now.getTime() - 3 * hourMs);
  if (due === 'near') return later(now, Math.max(0.7, since * 0.14));
  if (due !== 'today') return undefined;
  const evening = onDay(now, 0, 18);
  if (evening.getTime() - now.getTime() > 30 * minuteMs) return evening;
  return new Date(onDay(now, 1, 0).getTime() - Math.min(minuteMs, dayMs));
}
