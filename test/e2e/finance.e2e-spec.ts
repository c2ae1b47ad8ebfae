import type { Page } from '@playwright/test';
import { demoPeople, expect, look, nextCode, test, type DemoPerson } from './support/index.js';

/** What stands in for somebody who presses a button that the page does not offer. */
async function send(page: Page, path: string, body: object): Promise<{ status: number; body: { code?: string; detail?: string } }> {
  const { csrfToken } = (await (await page.request.get('/api/session')).json()) as { csrfToken: string };
  const answer = await page.request.post(path, { data: body, headers: { 'x-csrf-token': csrfToken, 'idempotency-key': `journey-${Date.now()}-${Math.random()}` } });
  return { status: answer.status(), body: (await answer.json()) as { code?: string; detail?: string } };
}

/** The code is asked for in place only where the last one was given more than five minutes ago. */
async function giveFreshCode(page: Page, person: DemoPerson, done: () => Promise<boolean>): Promise<void> {
  const field = page.getByRole('region', { name: '请再次输入动态验证码' });
  await expect(async () => expect((await field.isVisible()) || (await done())).toBe(true)).toPass();
  if (!(await field.isVisible())) return;
  await look(page, 'finance-fresh-code');
  await field.getByRole('textbox').fill(await nextCode(person));
  await field.getByRole('button', { name: '验证并继续办理' }).click();
}

test('a tranche is prepared by one person, approved by another, paid once, acknowledged, and stands in books that balance', async ({ as }) => {
  const reference = `OUT-JOURNEY-${Date.now()}`;
  const maker = await as('finance_maker');
  await maker.page.goto('/desk');
  await expect(maker.page.getByRole('heading', { name: '资金待办' })).toBeVisible();
  await look(maker.page, 'finance-home');

  // The maker reads the gate and prepares it; she cannot release what she prepared.
  await maker.page.getByRole('link', { name: '提交审批' }).first().click();
  await expect(maker.page.getByText('条件全部满足，可以拨付')).toBeVisible();
  await expect(maker.page.getByText(/^人民币.*整$/)).toBeVisible();
  await expect(maker.page.getByText(/\*\*\*\* \*\*\*\* \d{4}/).first()).toBeVisible();
  await look(maker.page, 'finance-payment-requested');
  const address = new URL(maker.page.url()).pathname;
  const id = address.split('/').at(-1)!;
  const asker = await maker.page.getByRole('region', { name: '经办与审批' }).getByRole('listitem').first().locator('.name').innerText();
  await maker.page.getByRole('button', { name: '提交审批' }).click();
  const approve = maker.page.getByRole('button', { name: /^批准拨付/ });
  await expect(approve).toHaveAttribute('aria-disabled', 'true');
  await expect(maker.page.getByText('拨付须由另一人审批')).toBeVisible();
  expect((await send(maker.page, `/api/tranches/${id}/approval`, {})).status).toBe(403);

  // Somebody else approves, with the second factor.
  const approver = await as('finance_approver');
  await approver.page.goto(address);
  await expect(approver.page.getByText('条件全部满足，可以拨付')).toBeVisible();
  await look(approver.page, 'finance-payment-prepared');
  const approved = approver.page.getByText('等财务经办在银行付款并登记');
  await approver.page.getByRole('button', { name: /^批准拨付/ }).click();
  await giveFreshCode(approver.page, approver.person, () => approved.isVisible());
  await expect(approved).toBeVisible();

  // The maker records the bank's transfer once; a second press finds nothing to do.
  await maker.page.reload();
  await maker.page.getByRole('button', { name: '显示付款指令' }).click();
  await expect(maker.page.getByText('收款账号')).toBeVisible();
  await maker.page.getByLabel('银行流水号').fill(reference);
  await look(maker.page, 'finance-payment-approved');
  await maker.page.getByRole('button', { name: '登记支付' }).dblclick();
  await expect(maker.page.getByText('等承担组织确认到账')).toBeVisible();
  await expect(maker.page.getByRole('button', { name: '登记支付' })).toHaveCount(0);
  expect((await send(maker.page, `/api/tranches/${id}/payment`, { bankReference: `${reference}-2`, paidOn: '2026-11-26' })).status).toBe(409);
  await maker.page.goto(`${address}/voucher`);
  await expect(maker.page.getByRole('heading', { name: '拨付审批单' })).toBeVisible();
  await look(maker.page, 'finance-voucher');

  // The grantee sees it in the project's money and confirms.
  const person = demoPeople().find(({ name, role }) => name === asker && role === 'applicant')!;
  const grantee = await as(person.email);
  const { projectId, callId } = (await (await grantee.page.request.get(`/api/tranches/${id}`)).json()) as { projectId: string; callId: string };
  await grantee.page.goto(`/desk/projects/${projectId}?tab=money`);
  await expect(grantee.page.getByRole('heading', { name: '各期款项' })).toBeVisible();
  await look(grantee.page, 'grantee-money');
  await grantee.page.getByRole('button', { name: '确认到账' }).first().click();
  await expect(grantee.page.getByText('已确认到账').first()).toBeVisible();

  // The books show it, and balance.
  const auditor = await as('auditor');
  await auditor.page.goto(`/desk/funds/${callId}`);
  const entry = auditor.page.getByRole('row').filter({ hasText: reference });
  await expect(entry).toBeVisible();
  await expect(auditor.page.getByRole('button', { name: /登记|批准/ })).toHaveCount(0);
  await look(auditor.page, 'funds-journal');
  await auditor.page.getByRole('link', { name: '试算平衡' }).click();
  await expect(auditor.page.getByText(/^借贷平衡/)).toBeVisible();
  await look(auditor.page, 'funds-trial-balance');
});
