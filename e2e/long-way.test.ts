import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Case, CaseMetric } from '../contract/cases.ts';
import type { Cases } from '../contract/inbox.ts';
import { as } from './browser.ts';
import { newcomer } from './newcomers.ts';
import { organizationNamed, person } from './people.ts';
import { look } from './screen-checks.ts';

const minute = 60_000;
/** As it is written into a field for day and time: `11-21 14:30`, in Asia/Shanghai. */
const clock = (at: number) => new Date(at + 480 * minute).toISOString().slice(5, 16).replace('T', ' ');
const day = (at: number) => new Date(at + 480 * minute).toISOString().slice(0, 10);

async function raise(page: Page, words: string): Promise<void> {
  await page.goto('/raise');
  await page.getByRole('textbox', { name: '出了什么事' }).fill(words);
  await page.getByText('有危险，请先打 119').waitFor();
  await page.getByRole('button', { name: '提交' }).tap();
  await page.getByText(/编号 \d{4}-\d{4}/).waitFor();
}

/** One of the rows under the case: another way than simply doing it. */
async function goAnotherWay(page: Page, way: string, words?: string, until?: number): Promise<void> {
  await page.getByRole('button', { name: way }).tap();
  const sheet = page.getByRole('dialog');
  if (until) await sheet.getByLabel('等到哪天').fill(day(until));
  if (words) await sheet.getByRole('textbox').last().fill(words);
  await sheet.getByRole('button', { name: '提交' }).tap();
  await sheet.waitFor({ state: 'detached' });
}

async function report(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: '办好了' }).first().tap();
  await page.getByRole('dialog').getByRole('textbox').first().fill(words);
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).tap();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Writes into a field for day and time and closes what it opened. */
async function setTime(page: Page, label: RegExp, at: number): Promise<void> {
  const field = page.getByRole('textbox', { name: label }).first();
  await field.fill(clock(at));
  await field.press('Tab');
}

async function chooseBody(page: Page, label: RegExp | string, name: string, nth = 0): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: typeof label === 'string' }).nth(nth);
  await field.fill(name);
  await field.press('Enter');
}

describe('the long way of a danger', () => {
  it('J24 is merged, goes to three bodies, is whistled for, falls overdue, waits, is refused, done again and confirmed', async () => {
    const resident = await as('resident', 'phone');
    const neighbour = await newcomer('何秀英', 'phone');
    const desk = (await as('staff', 'desk')).page;
    const handler = (await as('handler', 'phone')).page;
    const bodies = { gas: '同心燃气服务站', fire: '同心消防救援站' };
    const inBody = async (name: string, body: string) =>
      (await newcomer(name, 'phone', { role: '物业', organizationId: await organizationNamed(body) })).page;
    const fitter = await inBody('薛师傅', bodies.gas);
    const fireman = await inBody('雷队长', bodies.fire);

    // Raised twice by neighbours, merged.
    const told = ['楼道里燃气泄漏，味道很大，孩子头晕', '单元里燃气泄漏，不敢开灯'] as const;
    await raise(resident.page, told[0]);
    await raise(neighbour.page, told[1]);
    await desk.goto('/console/?state=submitted');
    for (const words of told)
      await desk
        .getByRole('checkbox', { name: new RegExp(words) })
        .first()
        .check();
    await desk.getByRole('button', { name: '并案' }).click();
    const merging = desk.locator('form.merge-chosen');
    await merging.getByRole('radio', { name: new RegExp(told[0]) }).check();
    await merging.getByLabel('为什么是同一件事').fill('同一单元同一处漏气');
    await merging.getByRole('button', { name: '并案' }).click();
    await desk.getByText('已并案 1 件').waitFor();
    const officer = await person('officer');
    const found = async (words: string) =>
      (await officer.get<Cases>(`/cases?view=all&q=${encodeURIComponent(words)}`)).items[0] as Cases['items'][number];
    const [one, twin] = [await found(told[0]), await found(told[1])];
    const state = async () => (await officer.get<Case>(`/cases/${one.id}`)).state;

    // One lead and two helpers, due within two minutes.
    await desk.goto(`/console/cases/${one.id}`);
    await desk.getByRole('button', { name: /^受理/ }).click();
    await chooseBody(desk, /承办单位/, '邻安');
    await setTime(desk, /期限/, Math.ceil((Date.now() + 15_000) / minute) * minute);
    for (const [nth, [body, task]] of [
      [bodies.gas, '查漏点，关阀'],
      [bodies.fire, '疏散，通风'],
    ].entries()) {
      await desk.getByRole('button', { name: '添加单位' }).click();
      await chooseBody(desk, '单位', body as string, nth);
      await desk
        .getByRole('textbox', { name: '办什么' })
        .nth(nth)
        .fill(task as string);
    }
    await look(desk, 'J24-assign');
    await desk.getByRole('button', { name: '派单', exact: true }).click();
    const hands = desk.getByRole('region', { name: '承办单位' });
    await expect.poll(() => hands.getByRole('listitem').count()).toBe(3);
    await handler.goto(`/cases/${one.id}`);
    await handler.getByRole('button', { name: '签收' }).tap();
    await expect.poll(state).toBe('in_progress');

    // Whistled for; it turns up and is scored.
    await desk.getByRole('button', { name: '更多' }).click();
    await desk.getByRole('button', { name: '吹哨' }).click();
    await chooseBody(desk, /请谁来/, bodies.gas);
    await desk.keyboard.press('Escape');
    await setTime(desk, /什么时候/, Date.now() + 60 * minute);
    await desk.getByRole('textbox', { name: /来做什么/ }).fill('请带检漏仪');
    await desk.locator('footer').getByRole('button', { name: '吹哨' }).click();
    await hands.getByText('未答复').waitFor();
    await fitter.goto(`/cases/${one.id}`);
    await fitter.getByRole('button', { name: '我们到了' }).tap();
    await fitter.getByText('已到场').waitFor();
    await desk.reload();
    await hands.getByRole('button', { name: '评价到场' }).click();
    await hands.getByRole('radio', { name: '很满意' }).check();
    await hands.getByRole('button', { name: '评价到场' }).click();
    await hands.getByText('到场评价：很满意').waitFor();

    // Runs into its escalation, which is looked for once a minute.
    await desk.getByText('到期没办好，已提醒牵头单位').first().waitFor({ timeout: 150_000 });
    await desk.getByText('已提醒上一级').first().waitFor({ timeout: 90_000 });
    await look(desk, 'J24-escalated');

    // Asked to wait; the desk approves; work goes on.
    await goAnotherWay(handler, '先等一等', '等专用阀门到货', Date.now() + 2_880 * minute);
    await desk.getByText('等专用阀门到货').first().waitFor();
    await look(desk, 'J24-asked');
    await desk.getByRole('button', { name: /^审批/ }).click();
    await desk.getByRole('radio', { name: '同意', exact: true }).check();
    await desk.getByRole('button', { name: /^审批/ }).click();
    await expect.poll(state).toBe('suspended');
    await look(desk, 'J24-suspended');
    await handler.reload();
    await goAnotherWay(handler, '现在接着办');
    await expect.poll(state).toBe('in_progress');

    // Both helpers finish; the lead says it is done.
    for (const [page, words] of [
      [fitter, '阀门换了'],
      [fireman, '疏散了，通风了'],
    ] as const) {
      await page.goto(`/cases/${one.id}`);
      await page.getByRole('button', { name: '签收' }).tap();
      await report(page, words);
      await page.getByText(words).first().waitFor();
    }
    await handler.reload();
    await report(handler, '换了阀门，检漏仪不响了');
    await expect.poll(state).toBe('resolved');

    // Refused by its raiser, done again, confirmed.
    const { page } = resident;
    await page.goto(`/cases/${one.id}`);
    await page.getByRole('button', { name: '没解决' }).tap();
    await page.getByRole('textbox', { name: '请说说还差什么' }).fill('晚上还是有味道');
    await page.getByRole('button', { name: '提交' }).tap();
    await expect.poll(state).toBe('reopened');
    await handler.reload();
    await report(handler, '接口重新打胶，夜里又测了一次');
    await page.getByRole('button', { name: '已解决' }).tap();
    await page.getByText('很满意', { exact: true }).tap();
    await page.getByRole('button', { name: '提交' }).tap();
    await expect.poll(state).toBe('closed');
    await look(page, 'J24-closed');

    // Each move stands in its figure on the street's overview, and each figure opens to it.
    const street = (await as('officer', 'desk')).page;
    const moves: readonly [CaseMetric, string][] = [
      ['case_raised', one.number],
      ['case_merged', twin.number],
      ['case_dispatched', one.number],
      ['case_involved', one.number],
      ['case_whistled', one.number],
      ['case_turned_up', one.number],
      ['case_fell_overdue', one.number],
      ['case_escalated', one.number],
      ['case_suspended', one.number],
      ['case_confirmed', one.number],
      ['case_solved', one.number],
      ['case_closed', one.number],
    ];
    for (const [metric, number] of moves) {
      await street.goto('/console/overview');
      const figure = street.locator(`a[href*="/figures/${metric}"]`).first();
      const counted = (await figure.textContent())?.replace(/\D/g, '');
      await figure.click();
      await street.getByText(number).first().waitFor();
      await street.locator('header').getByText(`${counted} 件`).waitFor();
    }
    await look(street, 'J24-figure');
  }, 400_000);
});
