import type { Page, Request } from '@playwright/test';
import { expect, look, test } from './support/index.js';

test('an expert on a phone: steps aside from one, scores another through a lost network, and hands it in once', async ({ as }) => {
  const { page, context } = await as('expert-5@example.org', { phone: true });
  const sent: Request[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/submission')) sent.push(request);
  });

  await page.goto('/judge');
  await expect(page.getByRole('heading', { name: '书面评审' }).first()).toBeVisible();
  await look(page, 'judge-queue');
  const [aside, scored] = await undeclared(page);

  await test.step('a conflict: the application is gone at once', async () => {
    await page.getByRole('link', { name: aside }).click();
    await expect(page.getByRole('heading', { name: /您与这个项目有没有利益关系/ })).toBeVisible();
    await expect(page.getByText('申请资助', { exact: true })).toHaveCount(0);
    await look(page, 'judge-conflict');
    await page.locator('.conflict-verdicts label', { hasText: '有，我回避' }).click();
    await page.getByLabel('是什么情况').fill('近两年在该单位担任志愿讲师');
    await page.getByRole('button', { name: '确认并提交声明' }).click();
    await expect(page.getByText('您已回避这个项目')).toBeVisible();
    await page.getByRole('link', { name: '我的评审' }).click();
    await expect(page.getByRole('link', { name: aside })).toContainText('已回避');
  });

  await test.step('no conflict: what is judged, blind, with the sheet beneath', async () => {
    await page.getByRole('link', { name: scored }).click();
    await page.locator('.conflict-verdicts label', { hasText: '没有' }).click();
    await page.getByRole('button', { name: '确认并提交声明' }).click();
    await expect(page.getByText('申请资助', { exact: true })).toBeVisible();
    await expect(page.getByText(/盲评未显示 \d+ 项/)).toBeVisible();
    await look(page, 'judge-sheet');
  });

  const criteria = page.locator('.criterion');
  await test.step('points are kept on the server as they come', async () => {
    for (const at of [0, 1]) await criteria.nth(at).locator('.quick-marks button').nth(2).click();
    await expect(page.getByText(/^已保存/)).toBeVisible();
  });

  await test.step('the network goes; the phone keeps the rest and says so', async () => {
    await context.setOffline(true);
    for (let at = 2; at < (await criteria.count()) - 1; at += 1) await criteria.nth(at).locator('.quick-marks button').nth(2).click();
    const last = criteria.last();
    await last.locator('.quick-marks button').last().click();
    await expect(last.getByText('这个分数须写明理由')).toBeVisible();
    await page.getByRole('button', { name: /^还差 1 项$/ }).click();
    await last.getByLabel(/评分理由/).fill('与妇联年度重点工作一一对应，衔接清楚，措施可查，成效指标可以核实。');
    await expect(page.getByText('网络不通，已保存在本机')).toBeVisible();
    await page.getByRole('button', { name: '提交评分' }).click();
    await page.getByRole('button', { name: /^确认提交 \d+\.\d\d 分$/ }).click({ delay: 600 });
    await expect(page.getByText('网络不通，评分保存在本机，联网后自动发送')).toBeVisible();
    await page.screenshot({ path: 'test/e2e/pictures/judge-offline-phone.png' });
  });

  await test.step('it comes back, the first answer is lost, and the sheet still counts once', async () => {
    let lost = 0;
    await page.route('**/submission', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await context.setOffline(false);
    await expect(page.getByText(/^已发送 \d\d:\d\d:\d\d ✓$/)).toBeVisible({ timeout: 30_000 });
    const keys = new Set(await Promise.all(sent.map((request) => request.headerValue('idempotency-key'))));
    expect(sent.length).toBeGreaterThan(1);
    expect(keys.size).toBe(1);
    await expect(page.getByText('评分已提交')).toBeVisible();
    await page.getByText('回执码').first().click();
    await expect(page.locator('.sheet-receipt code')).toHaveText(/^[0-9a-f]{64}$/);
    await look(page, 'judge-receipt');
    await expect(criteria.first().locator('.points-given')).toBeVisible();
    await expect(criteria.first().locator('input, button')).toHaveCount(0);
  });

  await test.step('the queue and the table say the same, and nothing is left on the phone', async () => {
    await page.goto('/judge');
    await expect(page.getByRole('link', { name: scored })).toContainText('已提交');
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('qiongxiang.sheet')))).toEqual([]);
    await page.getByRole('link', { name: '表格评分' }).click();
    await expect(page.locator('.score-grid')).toBeVisible();
    await look(page, 'judge-grid');
  });
});

/** The first two projects that she has not declared for yet. */
async function undeclared(page: Page): Promise<[string, string]> {
  const rows = page.locator('.judge-tasks li:visible', { hasText: '先声明利益冲突' }).locator('.task-name');
  await expect(rows.first()).toBeVisible();
  const [first = '', second = ''] = (await rows.allInnerTexts()).map((text) => text.split('\n')[0]!.trim());
  expect(second, 'two projects wait for her').not.toBe('');
  return [first, second];
}

test('an expert at a desk scores with the keyboard alone, and letters typed into a field stay letters', async ({ as }) => {
  const { page } = await as('expert-1@example.org');
  await page.goto('/judge');
  const rows = page.locator('.judge-queue > .judge-seat .judge-tasks a');
  await expect(rows.nth(2)).toBeVisible();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '键盘快捷键' })).toBeVisible();
  await look(page, 'judge-shortcuts');
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const key of ['j', 'j', 'j', 'k', 'j']) await page.keyboard.press(key);
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press('Enter');

  const name = page.locator('.sheet-head h1');
  await expect(name).toBeVisible();
  const here = await name.innerText();
  const comment = page.getByLabel('总体评语');
  await expect(comment).toBeVisible();
  await comment.focus();
  await page.keyboard.type('jks9?');
  await expect(comment).toHaveValue(/jks9\?/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(comment).not.toBeFocused();

  const last = page.locator('.criterion').last();
  await last.focus();
  await page.keyboard.press('8');
  await expect(last.locator('.stepper input')).toHaveValue('8');
  await expect(last.locator('.stepper input')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(last).toBeFocused();

  await page.keyboard.press('j');
  await expect(name).not.toHaveText(here);
  await page.keyboard.press('k');
  await expect(last.locator('.stepper input')).toHaveValue('8');
  await page.keyboard.press('s');
  await expect(name).not.toHaveText(here);

  await page.keyboard.press('?');
  await page.getByRole('dialog').getByLabel(/使用单键快捷键/).uncheck();
  await page.keyboard.press('Escape');
  const there = await name.innerText();
  for (const key of ['?', 'k', 's']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(name).toHaveText(there);
  await page.getByRole('button', { name: '快捷键已关闭' }).click();
  await page.getByRole('dialog').getByLabel(/使用单键快捷键/).check();
});
