import type { Page } from '@playwright/test';
import { aRoundToScreen } from './support/a-screening.js';
import { becomeAnotherOfficer } from './support/another-officer.js';
import { Api } from './support/api.js';
import { demoPeople, expect, look, test } from './support/index.js';

const TWO_WITH_A_TERM = { screeners: 2, agreement: 'unanimous', decision: { days: 10, unit: 'calendar' }, appeal: { days: 3, unit: 'working' } } as const;
const GROUNDS = '业务范围第三项写明家庭服务，请复核章程原件';

test('two screeners disagree and an officer decides; a supplement stops the clock; a refusal is appealed and another officer answers', async ({ as, visitor }) => {
  test.setTimeout(240_000);
  const { page: officer, context } = await as('officer');
  const applicant = await as(demoPeople().filter(({ role }) => role === 'applicant').at(3)!.email);
  const { callId } = await aRoundToScreen(new Api(context), [new Api(applicant.context)], TWO_WITH_A_TERM);
  const { items } = await new Api(context).get<{ items: { id: string }[] }>(`/applications?callId=${callId}&limit=5`);
  const id = items[0]!.id;
  const screener = await as('screener');
  await judge(screener.page, id, '1');
  await expect(rule(screener.page)).toContainText('已有 1/2 人审查');
  await officer.goto(`/desk/applications/${id}`);
  await expect(rule(officer)).toContainText('都审查后才显示各人意见');
  await judge(officer, id, '2', '章程里没有这一项');
  await expect(rule(officer)).toContainText('意见不一致，由项目官员决定');
  await look(officer, 'screening-disagreed');

  await supplement(officer, applicant.page, id);
  await officer.goto(`/desk/applications/${id}`);
  await rule(officer).getByRole('button', { name: '认定不符合' }).click();
  await officer.getByRole('dialog').getByRole('textbox').fill('两人核对章程原件，确无此项');
  await officer.getByRole('dialog').getByRole('button', { name: '认定不符合' }).click();
  await expect(rule(officer)).toContainText('项目官员已决定');
  await officer.getByRole('button', { name: '资格审查不通过' }).click();
  await expect(officer.getByRole('dialog').getByRole('textbox')).toHaveValue(/两人核对章程原件/);
  await officer.getByRole('dialog').getByRole('button', { name: '资格审查不通过' }).click();
  await expect(officer.locator('.status-strip').getByText('资格审查未通过', { exact: true })).toBeVisible();

  await appeal(applicant.page, id);
  const another = await visitor();
  await becomeAnotherOfficer(another.context, (await as('administrator')).context, 'js.yz.');
  await officer.reload();
  await expect(officer.getByRole('button', { name: '申诉成立' })).toHaveAttribute('aria-disabled', 'true');
  await another.page.goto(`/desk/applications/${id}`);
  await expect(another.page.getByText(GROUNDS)).toBeVisible();
  await look(another.page, 'appeal-to-decide');
  await another.page.getByRole('button', { name: '申诉成立' }).click();
  await another.page.getByRole('dialog').getByRole('textbox').fill('章程补充条款载明，重新审查');
  await another.page.getByRole('dialog').getByRole('button', { name: '申诉成立' }).click();
  await expect(another.page.locator('.status-strip').getByText('已提交')).toBeVisible();
});

/** The first of the rules that are left to people. */
const rule = (page: Page) => page.locator('.rule-rows > li').first();

async function judge(page: Page, id: string, key: '1' | '2', note?: string): Promise<void> {
  await page.goto(`/desk/applications/${id}`);
  await expect(rule(page)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press(key);
  if (!note) return;
  await page.getByLabel('依据与说明').fill(note);
  await page.keyboard.press('Enter');
}

/** The one who is asked has it on her home; while she is waited for nothing can be decided. */
async function supplement(officer: Page, applicant: Page, id: string): Promise<void> {
  await officer.getByRole('button', { name: '要求补充材料' }).click();
  await officer.getByRole('dialog').getByLabel('请申请人补充什么').fill('章程全文，核对业务范围');
  await officer.getByRole('dialog').getByRole('button', { name: '要求补充材料' }).click();
  await expect(officer.getByText(/起停止计时，等待申请人$/)).toBeVisible();
  await expect(officer.locator('.status-strip').getByText('等待申请人补充材料')).toBeVisible();
  await expect(officer.getByRole('button', { name: '资格审查不通过' })).toHaveAttribute('aria-disabled', 'true');
  await look(officer, 'supplement-awaited');
  await applicant.goto(`/desk/my-applications/${id}`);
  await applicant.getByLabel('答复', { exact: true }).fill('章程已随附件提交，业务范围见第六条');
  await look(applicant, 'supplement-asked');
  await applicant.getByRole('button', { name: '送出答复' }).click();
  await expect(applicant.getByText('已答复')).toBeVisible();
}

async function appeal(applicant: Page, id: string): Promise<void> {
  await applicant.goto(`/desk/my-applications/${id}`);
  await expect(applicant.getByText('资格审查未通过通知')).toBeVisible();
  await look(applicant, 'refusal');
  await applicant.getByRole('button', { name: '提出申诉' }).click();
  await applicant.getByLabel('申诉理由').fill(GROUNDS);
  await applicant.getByRole('button', { name: '提交申诉' }).click();
  await expect(applicant.locator('.dialogue-sheet').getByText('申诉处理中')).toBeVisible();
}
