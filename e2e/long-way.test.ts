import { describe, expect, it } from 'vitest';
import type { Account, Me } from '../contract/accounts.ts';
import type { Case, CaseMetric, Categories } from '../contract/cases.ts';
import type { FigureRecords, Overview } from '../contract/figures.ts';
import type { CaseParts } from '../contract/joint.ts';
import type { Timeline } from '../contract/trail.ts';
import type { Whistles } from '../contract/whistles.ts';
import { as } from './browser.ts';
import { newPerson, organizationNamed, type Person, person } from './people.ts';
import { look } from './screen-checks.ts';

const later = (ms: number) => new Date(Date.now() + ms).toISOString();
const hour = 3_600_000;

/** Somebody with one role, made by the administrator; `organization` where they work for a body. */
async function hired(name: string, roleSet: string, organizationId?: string): Promise<Person> {
  const [resident, administrator] = await Promise.all([person('resident'), person('administrator')]);
  const me = await resident.get<Me>('/me');
  const login = `way-${roleSet}-${Date.now()}`;
  const homeAreaId = me.home.find(({ tier }) => tier === 'unit')?.id;
  const made = await administrator.post<Account>('/accounts', { login, name, password: 'tongxin-2026', homeAreaId });
  const { roles } = await administrator.get<{ roles: { id: string; roleSet: string }[] }>('/roles');
  const roleId = roles.find((role) => role.roleSet === roleSet)?.id;
  const grant = { roleId, areaId: me.community?.id, ...(organizationId ? { organizationId } : {}) };
  await administrator.post(`/accounts/${made.id}/grants`, grant);
  const fresh = await newPerson(login, 'tongxin-2026');
  await fresh.post('/me/password-changes', { current: 'tongxin-2026', next: 'Linju-new-2026' });
  return fresh;
}

async function danger(who: Person, body: string): Promise<Case> {
  const { categories } = await who.get<Categories>('/case-categories');
  return who.post<Case>('/cases', { body, categoryId: categories.find(({ code }) => code === 'safety.gas_leak')?.id });
}

describe('the long way of a danger', () => {
  it('J24 is merged, goes to three bodies, is whistled for, falls overdue, waits, is refused, done again and confirmed', async () => {
    const [resident, staff, handler, officer] = await Promise.all([
      person('resident'),
      person('staff'),
      person('handler'),
      person('officer'),
    ]);
    const [gas, fire] = [await organizationNamed('同心燃气服务站'), await organizationNamed('同心消防救援站')];
    const neighbour = await hired('何秀英', 'resident');
    const [fitter, fireman] = [await hired('薛师傅', 'handler', gas), await hired('雷队长', 'handler', fire)];

    // Raised twice, merged.
    const one = await danger(resident, '楼道里煤气味很大，孩子头晕');
    const twin = await danger(neighbour, '单元里一股煤气味，不敢开灯');
    await staff.post(`/cases/${twin.id}/merging`, { into: one.id, reason: '同一单元同一处漏气' });
    const to = `/cases/${one.id}`;
    await staff.post(`${to}/acceptance`);

    // One lead and two helpers; the deadline is a few seconds away.
    await staff.post(`${to}/assignments`, {
      organizationId: await organizationNamed('邻安物业'),
      dueAt: later(8_000),
    });
    await handler.post(`${to}/receipt`);
    const parts = [
      { organizationId: gas, task: '查漏点，关阀' },
      { organizationId: fire, task: '疏散，通风' },
    ];
    await staff.post(`${to}/involvements`, { parts });

    // Whistled for; it turns up and is scored.
    await staff.post(`${to}/whistles`, {
      organizationIds: [gas],
      meetAt: later(hour),
      place: '2号楼4单元门口',
      words: '请带检漏仪',
    });
    const turnout = async (who: Person) => (await who.get<Whistles>(`${to}/whistles`)).whistles[0]?.turnouts[0];
    await fitter.post(`${to}/turnouts/${(await turnout(fitter))?.id}/arrival`);
    await staff.post(`${to}/turnouts/${(await turnout(staff))?.id}/score`, { score: 5, words: '来得快' });

    // Runs into its escalation, which is looked for once a minute.
    const steps = async () => (await staff.get<Timeline>(`${to}/timeline`)).entries.map(({ verb }) => verb);
    await expect
      .poll(steps, { timeout: 100_000, interval: 500 })
      .toEqual(expect.arrayContaining(['fall_overdue', 'escalate']));

    // Asked to wait; the desk approves in the browser.
    await handler.post(`${to}/suspensions`, { until: later(48 * hour), words: '等专用阀门到货' });
    const desk = await as('staff', 'desk');
    await desk.page.goto(`/console/cases/${one.id}`);
    await desk.page.getByText('等专用阀门到货').first().waitFor();
    await look(desk.page, 'J24-asked');
    await desk.page.getByRole('button', { name: /^审批/ }).click();
    await desk.page.getByRole('radio', { name: '同意', exact: true }).check();
    await desk.page.getByRole('button', { name: /^审批/ }).click();
    await expect.poll(async () => (await staff.get<Case>(to)).state).toBe('suspended');
    await look(desk.page, 'J24-suspended');
    await desk.page.goto('about:blank');

    // Work goes on; both helpers finish; the lead says it is done.
    await handler.post(`${to}/resumption`);
    for (const who of [fitter, fireman]) {
      const mine = (await who.get<CaseParts>(`${to}/parts`)).parts.find(({ may }) => may.includes('sign'));
      await who.post(`${to}/parts/${mine?.id}/receipt`);
      await who.post(`${to}/parts/${mine?.id}/completion`, { words: '办好了', photoIds: [] });
    }
    await handler.post(`${to}/resolution`, { words: '换了阀门，检漏仪不响了' });

    // Refused by its raiser, done again, confirmed, on the phone.
    const { page } = await as('resident', 'phone');
    await page.goto(to);
    await page.getByRole('button', { name: '没解决' }).tap();
    await page.getByRole('textbox', { name: '请说说还差什么' }).fill('晚上还是有味道');
    await page.getByRole('button', { name: '提交' }).tap();
    await expect.poll(async () => (await staff.get<Case>(to)).state).toBe('reopened');
    await handler.post(`${to}/resolution`, { words: '接口重新打胶，夜里又测了一次' });
    await page.getByRole('button', { name: '已解决' }).tap();
    await page.getByText('很满意', { exact: true }).tap();
    await page.getByRole('button', { name: '提交' }).tap();
    await expect.poll(async () => (await staff.get<Case>(to)).state).toBe('closed');
    await look(page, 'J24-closed');

    // Each move stands in its figure, and each figure opens to it.
    const overview = await officer.get<Overview>('/case-overview');
    const period = `from=${overview.from}&to=${overview.to}`;
    const moves: readonly [CaseMetric, string][] = [
      ['case_merged', twin.id],
      ['case_involved', one.id],
      ['case_whistled', one.id],
      ['case_turned_up', one.id],
      ['case_fell_overdue', one.id],
      ['case_escalated', one.id],
      ['case_suspended', one.id],
      ['case_confirmed', one.id],
      ['case_solved', one.id],
      ['case_closed', one.id],
    ];
    for (const [metric, id] of moves) {
      const records = await officer.get<FigureRecords>(`/case-figures/${metric}/records?${period}&limit=100`);
      expect(records.total, metric).toBe(overview.totals[metric]);
      expect(
        records.items.map((record) => record.case?.id),
        metric,
      ).toContain(id);
    }
    const street = await as('officer', 'desk');
    await street.page.goto('/console/overview');
    const row = street.page.getByRole('row', { name: /吹哨/ });
    await row.getByRole('link').first().click();
    await street.page.getByText(one.number).first().waitFor();
    await look(street.page, 'J24-figure');
  }, 200_000);
});
