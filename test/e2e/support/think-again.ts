import { expect, type Page } from '@playwright/test';
import { look } from './look.js';

/** Withdrawn and revived before the deadline, what was submitted first is put back and submitted once more under the same number. */
export async function thinkAgain(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: '返回申报' }).click();
  await page.getByRole('button', { name: '撤回申报' }).click();
  await page.getByRole('alert').getByRole('button', { name: '撤回申报' }).click();
  await expect(page.getByText('已撤回，不参加评审').first()).toBeVisible();
  await look(page, 'applicant-withdrawn');
  await page.getByRole('button', { name: '恢复申报' }).click();
  await expect(page.getByRole('navigation', { name: '申报书各部分' })).toBeVisible();
  await page.goto(page.url().replace(/\/form.*$/, '?tab=versions'));
  const older = page.getByLabel('较早', { exact: true });
  const first = older.locator('option', { hasText: '第 1 次提交' });
  await expect(first).toHaveCount(1);
  await older.selectOption((await first.getAttribute('value'))!);
  await page.getByRole('button', { name: '把较早一版放回草稿' }).click();
  await page.getByRole('alert').getByRole('button', { name: '把较早一版放回草稿' }).click();
  await expect(page.getByText('已放回草稿。')).toBeVisible();
  await expect(page.getByText('没有这一版')).toHaveCount(0);
  await look(page, 'applicant-version-restored');
  await page.getByRole('button', { name: '预览并提交' }).click();
  await page.getByLabel('我已阅读并代表本单位确认以上承诺').check();
  await page.getByRole('button', { name: '提交申报' }).click();
  await expect(page.locator('.receipt-sheet .big')).toHaveText(number);
  await expect(page.getByText('第 3 次提交')).toBeVisible();
  await expect(page.locator('.receipt-sheet').getByText('东关街单亲妈妈互助小屋')).toBeVisible();
}
