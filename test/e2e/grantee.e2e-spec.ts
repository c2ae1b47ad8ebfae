import type { Page } from '@playwright/test';
import { expect, look, nextCode, test, type DemoPerson } from './support/index.js';

const REASON = '请补充每月活动的时间、地点和负责人后重新提交。';
const PLAN = { name: '实施计划.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') };

/** Asked for only when the last code was given more than five minutes ago. */
async function giveCodeIfAsked(page: Page, person: DemoPerson): Promise<void> {
  const asked = page.getByRole('heading', { name: '请再次输入动态验证码' });
  const signed = page.getByText('各方均已确认，协议生效。');
  await expect(asked.or(signed)).toBeVisible();
  if (!(await asked.isVisible())) return;
  await look(page, 'grantee-code');
  await page.getByLabel('六位验证码').fill(await nextCode(person));
  await page.getByRole('button', { name: '验证并继续办理' }).click();
}

async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交报告' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交报告' }).click();
  await expect(page.getByText('待验收').first()).toBeVisible();
}

test('a grantee accepts her contract with the second factor, reports with evidence, mends what is returned, and the officer accepts it', async ({ as }) => {
  const { page, person } = await as('applicant-2@example.org');
  await page.goto('/desk');
  await page.getByRole('link', { name: /^确认协议：/ }).click();
  const address = new URL(page.url()).pathname;
  await expect(page.getByRole('heading', { name: '各方确认' })).toBeVisible();
  await expect(page.getByText(/^人民币.+整$/).first()).toBeVisible();
  await look(page, 'grantee-contract');
  await page.getByLabel(/我已核对协议全文/).check();
  await page.getByRole('button', { name: '确认协议', exact: true }).click();
  await giveCodeIfAsked(page, person);
  await expect(page.getByText('各方均已确认，协议生效。')).toBeVisible();
  await look(page, 'grantee-contract-signed');

  // The plan of reports is made by the worker once it has heard of the contract.
  const plan = page.getByRole('link', { name: '实施计划' });
  await expect(async () => {
    await page.goto(`${address}?tab=milestones`);
    await expect(plan).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await look(page, 'grantee-plan');
  await plan.click();
  await expect(page.getByText('还缺少：实施计划')).toBeVisible();
  await page.getByLabel('直接受益人数：已达').fill('一百');
  await expect(page.getByText('须为整数')).toBeVisible();
  await page.getByLabel('直接受益人数：已达').fill('0');
  await page.getByRole('textbox', { name: /文字说明/ }).fill('分三个阶段实施：招募与培训、集中授课、跟踪回访。');
  await page.getByLabel('实施计划', { exact: true }).setInputFiles(PLAN);
  await expect(page.getByText('材料齐全，可以提交。')).toBeVisible();
  await look(page, 'grantee-report');
  const report = new URL(page.url()).pathname;
  await handIn(page);
  await look(page, 'grantee-report-handed-in');

  const { page: desk } = await as('officer');
  await desk.goto(report);
  await expect(desk.getByText('分三个阶段实施：招募与培训、集中授课、跟踪回访。')).toBeVisible();
  await desk.getByRole('button', { name: '退回修改' }).click();
  await desk.getByRole('dialog').getByLabel('退回原因').fill(REASON);
  await look(desk, 'grantee-return');
  await desk.getByRole('dialog').getByRole('button', { name: '退回修改' }).click();
  await expect(desk.getByText(REASON)).toBeVisible();

  await page.goto('/desk');
  await page.getByRole('link', { name: '修改后重交：实施计划' }).click();
  await expect(page.getByText(REASON)).toBeVisible();
  await page.getByRole('textbox', { name: /文字说明/ }).fill('分三个阶段实施。每月第二周周六在社区活动室授课，负责人为项目社工。');
  await expect(page.getByText(/^已保存/).first()).toBeVisible();
  await look(page, 'grantee-report-returned');
  await handIn(page);

  await desk.goto(report);
  await expect(desk.getByText('每月第二周周六在社区活动室授课', { exact: false })).toBeVisible();
  await desk.getByRole('button', { name: '验收通过' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '验收通过' }).click();
  await expect(desk.getByText('已验收').first()).toBeVisible();
  await look(desk, 'grantee-report-accepted');
});
