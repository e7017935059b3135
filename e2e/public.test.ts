import { describe, it } from 'vitest';
import type { Case } from '../contract/cases.ts';
import { as } from './browser.ts';
import { person, streetCode } from './people.ts';
import { look } from './screen-checks.ts';

describe('what the public sees', () => {
  it('she shows it to the neighbours; a stranger finds it on the drawing and in the list, without her name', async () => {
    const mine = await as('resident', 'phone');
    await mine.page.goto('/raise');
    await mine.page.getByRole('textbox', { name: '出了什么事' }).fill('路口积水，一下雨就过不去');
    await mine.page.getByRole('button', { name: '公开给邻居看' }).tap();
    await look(mine.page, 'public-raise');
    await mine.page.getByRole('button', { name: '提交' }).tap();
    await mine.page.getByText(/编号 \d{4}-\d{4}/).waitFor();
    const [one] = (await (await person('resident')).get<{ items: Case[] }>('/cases?view=mine&limit=1')).items;
    await (await person('staff')).post(`/cases/${one?.id}/acceptance`);
    const { page } = await as('nobody', 'phone');
    await page.goto(`/public?street=${streetCode}`);
    await page
      .getByRole('link', { name: /在办 1 件/ })
      .first()
      .waitFor();
    await look(page, 'public-list');
    await page.getByRole('link', { name: /路口积水/ }).tap();
    await page.getByText('路口积水，一下雨就过不去').last().waitFor();
    await look(page, 'public-case');
    await page.getByRole('button', { name: '我也是' }).tap();
    await page.waitForURL(/sign-in/);
  });
});
