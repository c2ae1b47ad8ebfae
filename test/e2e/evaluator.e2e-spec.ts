import { expect, look, test } from './support/index.js';
import { aMidtermReport } from './support/a-midterm-report.js';

const OPINION = '中期目标基本完成，凭证齐全，建议按期拨付第二期款。';

test('an evaluator accepts a mid-term report, scores the project by the grid of the rules, and records it once', async ({ as }) => {
  const { page, context } = await as('evaluator');
  const project = await aMidtermReport(context, as);
  const rowOf = (what: string) => page.getByRole('link', { name: `${what} · ${project}`, exact: true });
  await page.goto('/desk');
  await rowOf('中期报告').click();
  await expect(page.getByRole('button', { name: '验收通过' })).toBeVisible();
  await look(page, 'evaluator-report');
  await page.getByRole('button', { name: '验收通过' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '验收通过' }).click();
  await expect(page.getByText('已验收').first()).toBeVisible();

  await page.goto('/desk');
  await rowOf('中期评估').click();
  const record = page.getByRole('button', { name: '记录评估结果' });
  await expect(record).toHaveAttribute('aria-disabled', 'true');
  const fields = page.locator('.grid-line .input');
  await expect(fields.first()).toBeVisible();
  // The most that each may have stands in its label: a project that falls short would have to be ordered to mend something.
  for (const field of await fields.all()) await field.fill(/\d+(?=\D*$)/.exec((await field.getAttribute('aria-label'))!)![0]);
  await page.getByRole('textbox', { name: /评估意见/ }).fill(OPINION);
  await expect(record).toHaveAttribute('aria-disabled', 'false');
  await look(page, 'evaluator-grid');
  await record.click();
  await page.getByRole('dialog').getByRole('button', { name: '记录评估结果' }).click();
  await expect(page.getByText(OPINION)).toBeVisible();
  await look(page, 'evaluator-result');

  // Recorded once: nothing of it waits any more, and the page says so.
  await expect(page.getByRole('link', { name: '开始评估' })).toHaveCount(0);
  await page.goto('/desk');
  await expect(page.getByRole('heading', { name: /^您好/ })).toBeVisible();
  await expect(rowOf('中期评估')).toHaveCount(0);
});
