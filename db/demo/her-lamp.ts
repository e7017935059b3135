import type { Society } from './people.ts';
import type { Act, Scene } from './scene.ts';
import { storyCalled } from './stories/index.ts';
import { onDay } from './times.ts';

/** The case that waits for its raiser when somebody signs in as 陈桂华: the lamp is mended, and she has the last word. */
export function herLamp({ neighbourhoods }: Society, now: Date): Scene {
  const [home] = neighbourhoods;
  const [her] = home?.residents ?? [];
  const [master] = home?.property.people ?? [];
  const [desk] = home?.staff ?? [];
  const [worker] = home?.gridWorkers.get(her?.unit.gridId ?? '') ?? [];
  if (!home || !her || !master || !desk || !worker) throw new Error('somebody of this story is missing');
  const { actor, unit } = her;
  const job = { organizationId: home.property.organizationId, accountId: master.accountId, dueAt: onDay(now, 0, 18) };
  const seen = '是线路老化。1 到 6 单元都查了，另有 3 盏也要换。';
  const acts: Act[] = [
    { verb: 'raise', at: onDay(now, -3, 20.23), actor },
    { verb: 'accept', at: onDay(now, -3, 20.6), actor: desk },
    { verb: 'note', at: onDay(now, -3, 20.68), actor: worker, audience: 'raiser', words: '看到了，明早请物业去看。' },
    {
      verb: 'assign',
      at: onDay(now, -2, 9.08),
      actor: desk,
      ...job,
      words: '要求两个工作日内换好，并查看同楼其他单元。',
    },
    { verb: 'sign', at: onDay(now, -2, 10.3), actor: master },
    { verb: 'note', at: onDay(now, -2, 14.5), actor: master, audience: 'raiser', words: seen },
    { verb: 'resolve', at: onDay(now, -1, 16.33), actor: master, words: '换了 4 盏感应灯，拍了照片。' },
  ];
  const story = { ...storyCalled('{p}楼道灯不亮'), spot: '3 楼到 4 楼的楼梯间' };
  const body = '楼梯间的灯坏了好几天，老人晚上下楼看不清。';
  return { story, raiser: { actor }, place: unit, title: `${unit.placeName}楼道灯不亮`, body, pictured: true, acts };
}
