import type { Page } from '@playwright/test';
import { demoPeople, expect, look, nextCode, test, type DemoPerson } from './support/index.js';

/** Who is waited for by something in the list of the demonstration's people, and in which round. */
function waitedFor(what: string): { person: DemoPerson; callId: string } {
  for (const person of demoPeople()) {
    const wait = person.waits?.find((one) => one.what.includes(what));
    if (wait) return { person, callId: wait.callId };
  }
  throw new Error(`Nobody of the demonstration waits for: ${what}.`);
}

/** The code is asked for in place only where the last one was given more than five minutes ago. */
async function giveFreshCode(page: Page, person: DemoPerson, done: () => Promise<boolean>): Promise<void> {
  const field = page.getByRole('region', { name: '请再次输入动态验证码' });
  await expect(async () => expect((await field.isVisible()) || (await done())).toBe(true)).toPass();
  if (!(await field.isVisible())) return;
  await field.getByRole('textbox').fill(await nextCode(person));
  await field.getByRole('button', { name: '验证并继续办理' }).click();
}

test('a winner reads what follows, accepts her award, and finds her project', async ({ as }) => {
  const { page } = await as(waitedFor('待接受的立项').person.email, { phone: true });
  await page.goto('/desk');
  const award = page.locator('.award-card').first();
  await expect(award.getByText('逾期未答复视为放弃。', { exact: false })).toBeVisible();
  await look(page, 'winner-home');
  const project = await award.getByRole('heading').innerText();
  await award.getByRole('button', { name: '接受立项' }).click();
  await expect(page.getByRole('dialog').getByText('接受后不能改为放弃', { exact: false })).toBeVisible();
  await look(page, 'winner-accepts');
  await page.getByRole('dialog').getByRole('button', { name: '接受立项' }).click();
  await expect(page.getByRole('button', { name: '接受立项' })).toHaveCount(0);
  // The project is opened by the worker once it has heard of the answer.
  await expect(async () => {
    await page.goto('/desk/projects');
    await expect(page.getByRole('link', { name: project }).first()).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await page.getByRole('link', { name: project }).first().click();
  await expect(page.getByText('等待起草资助协议')).toBeVisible();
  await look(page, 'winner-project');
});

test('the accounts of the last project are closed, and the officer winds the round up and archives it', async ({ as }) => {
  const { callId } = waitedFor('待归档的批次');
  const { page: desk } = await as('officer');
  await desk.goto(`/desk/calls/${callId}/awards?tab=running`);
  await desk.getByRole('button', { name: '开始结项' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '开始结项' }).click();
  const archive = desk.getByRole('button', { name: '归档批次' });
  await expect(archive).toHaveAttribute('aria-disabled', 'true');
  await look(desk, 'close-out-not-yet');

  const { page, person } = await as('finance_approver');
  await page.goto('/desk');
  await page.getByRole('link', { name: '办理结算' }).first().click();
  await expect(page.getByRole('heading', { name: '项目结算' })).toBeVisible();
  await look(page, 'close-out-settlement');
  const settled = page.getByText('项目已结算，资金不再变动');
  await page.getByRole('button', { name: '办理结算' }).click();
  await giveFreshCode(page, person, () => settled.isVisible());
  await expect(settled).toBeVisible();

  await desk.goto('/desk');
  await desk.getByRole('link', { name: /^归档批次：/ }).click();
  await archive.click();
  await desk.getByRole('dialog').getByRole('button', { name: '归档批次' }).click();
  await expect(archive).toHaveCount(0);
  await look(desk, 'close-out-archived');
  await desk.goto(`/desk/calls/${callId}`);
  await expect(desk.locator('.status-strip').getByText('已归档').first()).toBeVisible();
  await look(desk, 'close-out-round');
});
