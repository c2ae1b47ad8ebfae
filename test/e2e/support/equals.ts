import { expect, type Page } from '@playwright/test';
import { writeXlsx } from '#libs/spreadsheets';
import { IMPORT_HEADER } from '../../../src/modules/scoring/domain/outside-import.js';
import type { RoadshowRound } from './a-roadshow.js';
import { look } from './look.js';

const MINUTES = { name: '评审委员会会议纪要.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One value by hand with its evidence, both by a file: the file takes the place of what was entered. */
export async function recordOutsideScores(page: Page, stage: string, { projects, numbers }: RoadshowRound): Promise<void> {
  await page.goto(`${stage}?tab=outside`);
  await page.getByRole('button', { name: `录入 ${projects[0]}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '录 入' }).or(dialog.getByRole('button', { name: '录入', exact: true })).click();
  await expect(dialog.getByText('请填写 0 到 10 之间的数，至多四位小数。')).toBeVisible();
  await dialog.getByLabel('分值').fill('2.5');
  await dialog.getByLabel('依据').fill('捐赠协议与到账回单各一份');
  await look(page, 'scoring-outside-entry');
  await dialog.getByRole('button', { name: '录 入' }).or(dialog.getByRole('button', { name: '录入', exact: true })).click();
  await expect(page.getByRole('row').filter({ hasText: projects[0]! })).toContainText('2.5');
  const columns = IMPORT_HEADER.map((header) => ({ header, width: 20 }));
  const content = await writeXlsx([{ name: '得分', columns, rows: numbers.map((number, at) => [number, projects[at]!, 3, '到账回单']) }]);
  await page.locator('.outside-file input').setInputFiles({ name: '已落实捐赠.xlsx', mimeType: XLSX, buffer: content });
  await expect(page.getByText('已录入 2 项')).toBeVisible();
  await look(page, 'scoring-outside');
}

/** The committee puts the second project first; whoever recorded it cannot confirm it. */
export async function partEquals(page: Page, second: Page, stage: string, { projects }: RoadshowRound): Promise<void> {
  await page.goto(`${stage}?tab=ties`);
  await expect(page.getByText('下一步按规则由评审委员会决定')).toBeVisible();
  await look(page, 'scoring-tie');
  const rows = page.getByRole('list', { name: '委员会的次序' }).getByRole('listitem');
  if (!(await rows.first().innerText()).includes(projects[1]!)) await rows.filter({ hasText: projects[1]! }).getByRole('button', { name: /上移/ }).click();
  await expect(rows.first()).toContainText(projects[1]!);
  await page.getByLabel('委员会的理由').fill('两项目总分与各项得分相同，委员会表决时后者服务面更广。');
  await page.getByLabel('会议纪要', { exact: true }).setInputFiles(MINUTES);
  await page.getByRole('button', { name: '提交次序，待另一人确认' }).click();
  await expect(page.getByText('等待另一位工作人员确认')).toBeVisible();
  await expect(page.getByRole('button', { name: '确认这个次序' })).toHaveCount(0);
  await look(page, 'scoring-tie-waits');
  await second.goto(`${stage}?tab=ties`);
  await second.getByRole('button', { name: '确认这个次序' }).click();
  await second.getByRole('dialog').getByRole('button', { name: '确认这个次序' }).click();
  await expect(second.getByText('委员会的次序已确认')).toBeVisible();
  await look(second, 'scoring-tie-settled');
}
