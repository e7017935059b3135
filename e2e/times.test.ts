import { describe, expect, it } from 'vitest';
import type { CalendarMonth } from '../contract/calendar.ts';
import type { DeadlineClasses, Windows } from '../contract/deadlines.ts';
import type { Ladder } from '../contract/escalation.ts';
import { as } from './browser.ts';
import { person } from './people.ts';
import { look } from './screen-checks.ts';

describe('what the street promises', () => {
  it('J25 a day becomes a day off and an ordinary one again, and a year without holidays says so', async () => {
    const officer = await person('officer');
    const { page } = await as('officer', 'desk');
    await page.goto('/console/times?tab=calendar&month=2026-10');
    await page.getByRole('button', { name: /^10月10日.*调休上班/ }).waitFor();
    await page.getByRole('button', { name: /^10月15日/ }).click();
    const form = page.getByRole('form', { name: /^10月15日/ });
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('请写明为什么').waitFor();
    await form.getByRole('textbox', { name: /^叫什么/ }).fill('停电检修');
    await look(page, 'times-day');
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: /^10月15日.*休息.*停电检修/ }).waitFor();
    await look(page, 'times-calendar');
    const month: CalendarMonth = await officer.get('/calendar?month=2026-10');
    expect(month.days[14]).toMatchObject({ working: false, source: 'street', name: '停电检修' });

    await page.getByRole('button', { name: /^10月15日/ }).click();
    await form.getByRole('button', { name: '恢复原样' }).click();
    await page.getByRole('button', { name: /^10月15日.*上班/ }).waitFor();
    const after: CalendarMonth = await officer.get('/calendar?month=2026-10');
    expect(after.days[14]).toMatchObject({ working: true, source: 'week' });

    await page.goto('/console/times?tab=calendar&month=2026-12');
    await page.getByRole('button', { name: '下个月' }).click();
    await page.getByText('2027 年的放假安排国家还没公布').waitFor();
    await page.getByRole('button', { name: '改上班时间' }).click();
    await page.getByLabel('第 1 段到').fill('08:00');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('结束要晚于开始').waitFor();
    await look(page, 'times-week');
  }, 60_000);

  it('J25 a class is added, changed, and given a category', async () => {
    const officer = await person('officer');
    const { page, expectErrors } = await as('officer', 'desk');
    expectErrors(/status of 412/);
    await page.goto('/console/times?tab=classes');
    await page.getByRole('button', { name: '加一个类别' }).click();
    const adding = page.getByRole('form', { name: '加一个类别' });
    await adding.getByRole('textbox', { name: /^名称/ }).fill('噪声扰民');
    await adding.getByRole('textbox', { name: /^办理时限/ }).fill('366');
    await adding.getByRole('button', { name: '保存' }).click();
    await adding.getByText('请填 1 到 365 的整数').waitFor();
    await look(page, 'times-class');
    await adding.getByRole('textbox', { name: /^办理时限/ }).fill('3');
    await adding.getByRole('button', { name: '保存' }).click();
    await page.getByRole('cell', { name: '3 个工作日' }).waitFor();

    await page.getByRole('button', { name: '改一改：噪声扰民' }).click();
    const changing = page.getByRole('form', { name: '改噪声扰民' });
    await changing.getByRole('textbox', { name: /^办理时限/ }).fill('2');
    await changing.getByRole('textbox', { name: /^依据/ }).fill('街道公约第三条');
    const { classes: before }: DeadlineClasses = await officer.get('/deadline-classes');
    const known = before.find(({ name }) => name === '噪声扰民');
    const headers = { 'if-match': `"${known?.version}"`, origin: new URL(page.url()).origin };
    const meanwhile = { headers, data: { answerHours: 12 } };
    expect((await page.context().request.patch(`/api/v1/deadline-classes/${known?.id}`, meanwhile)).status()).toBe(200);
    await changing.getByRole('button', { name: '保存' }).click();
    await changing.getByText('别人刚刚改过').waitFor();
    await page.getByRole('row', { name: /^噪声扰民.*12 小时/ }).waitFor();
    await look(page, 'times-class-meanwhile');
    await changing.getByRole('button', { name: '保存' }).click();
    await page.getByRole('cell', { name: '2 个工作日' }).waitFor();
    await page.getByRole('combobox', { name: '楼道照明按哪个时限' }).selectOption({ label: '噪声扰民' });
    await page.getByText('楼道照明今后按“噪声扰民”').waitFor();
    await page.getByRole('row', { name: /^噪声扰民.*1 类/ }).waitFor();
    await look(page, 'times-classes');
    const { classes }: DeadlineClasses = await officer.get('/deadline-classes');
    const one = classes.find(({ name }) => name === '噪声扰民');
    expect(one).toMatchObject({ amount: 2, unit: 'working_day', basis: '街道公约第三条' });
    expect(one?.categoryIds).toHaveLength(1);
    await page.getByRole('combobox', { name: '楼道照明按哪个时限' }).selectOption({ label: '一般事项' });
    await page.getByRole('row', { name: /^噪声扰民.*0 类/ }).waitFor();
  }, 60_000);

  it('J25 a rung and a waiting time are set by the street, and only seen by the community', async () => {
    const officer = await person('officer');
    const before: Ladder = await officer.get('/escalation-ladder');
    const { page } = await as('officer', 'desk');
    await page.goto('/console/times?tab=ladder');
    await page.getByRole('button', { name: '改步骤' }).click();
    await page.getByRole('button', { name: '加一步' }).click();
    const last = before.rungs.length + 1;
    await page.getByLabel(`第 ${last} 步，超期多少小时`).fill(String(before.rungs.at(-1)?.afterHours));
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('和前面一步一样').waitFor();
    await look(page, 'times-ladder-form');
    await page.getByLabel(`第 ${last} 步，超期多少小时`).fill('240');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('超期 10 天后').waitFor();
    await look(page, 'times-ladder');
    expect((await officer.get<Ladder>('/escalation-ladder')).rungs).toHaveLength(last);
    await page.getByRole('button', { name: '改步骤' }).click();
    await page.getByRole('button', { name: `去掉第 ${last} 步` }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '改步骤' }).waitFor();
    expect(await page.getByText('超期 10 天后').count()).toBe(0);
    expect(await officer.get<Ladder>('/escalation-ladder')).toEqual(before);

    await page.getByRole('link', { name: '期限', exact: true }).click();
    await page.getByRole('button', { name: '改期限' }).click();
    await page.getByRole('textbox', { name: /^过后多久归档/ }).fill('91');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('91 天').waitFor();
    await look(page, 'times-windows');
    expect((await officer.get<Windows>('/deadline-windows')).archiveDays).toBe(91);

    const staff = await as('staff', 'desk');
    for (const tab of ['calendar', 'classes', 'ladder', 'windows']) {
      await staff.page.goto(`/console/times?tab=${tab}`);
      await staff.page.locator('main .box').first().waitFor();
      await look(staff.page, `times-read-${tab}`);
      expect(
        await staff.page
          .locator('main')
          .getByRole('button', { name: /改|加|保存|^1日/ })
          .count(),
      ).toBe(0);
      expect(await staff.page.locator('main select').count()).toBe(0);
    }
  }, 60_000);
});
