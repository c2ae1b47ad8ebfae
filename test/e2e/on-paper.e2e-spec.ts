import type { Page } from '@playwright/test';
import { Api } from './support/api.js';
import { expect, look, test } from './support/index.js';

/** What a sheet of A4 laid across, and one upright, hold between their margins: in points of the screen. */
const ACROSS = { width: 1016, height: 680 };
const UPRIGHT = { width: 688, height: 990 };

test('a screener prints her table with every column, and a sheet without buttons on which each line of the budget can be read', async ({ as }) => {
  const { page, context } = await as('screener');
  const { items } = await new Api(context).get<{ items: { id: string; callId: string; number: string }[] }>('/applications?status=submitted&limit=50');
  const one = items.find(({ number }) => number.startsWith('HJJM'))!;
  await page.goto(`/desk/applications?callId=${one.callId}`);
  await expect(page.getByRole('columnheader', { name: '申请金额' })).toBeVisible();
  await onPaper(page, ACROSS);
  for (const column of ['状态', '申请金额', '提交时间']) expect(await rightEdge(page, column)).toBeLessThanOrEqual(ACROSS.width);
  await expect(page.getByRole('checkbox').first()).toBeHidden();
  await onScreen(page);
  await page.goto(`/desk/applications/${one.id}`);
  await expect(page.locator('.budget-lines .line-detail').first()).toBeVisible();
  await expect(page.locator('.budget-lines .line-detail').first()).toHaveText(/^¥[\d,.]+ × .+ · .+/);
  await expect(page.locator('.status-strip').getByText(/^\d{4}-\d\d-\d\d \d\d:\d\d（北京时间）/)).toBeVisible();
  await look(page, 'screening-sheet');
  await onPaper(page, UPRIGHT);
  await expect(page.locator('.page button.button:visible')).toHaveCount(0);
  await expect(page.locator('.print-head')).toContainText(one.number);
});

async function onPaper(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(size);
}

async function onScreen(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function rightEdge(page: Page, column: string): Promise<number> {
  const box = (await page.getByRole('columnheader', { name: column }).boundingBox())!;
  return box.x + box.width;
}
