import type { Page } from '@playwright/test';
import { Api } from './support/api.js';
import { expect, look, test } from './support/index.js';
import { secondOfficer, writtenStage } from './support/two-people.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

test('a guest who scores on paper is brought in by two people, who are told where they differ', async ({ as, visitor }) => {
  const { page: first, context } = await as('officer');
  const another = await visitor();
  const name = await secondOfficer(another.context, async () => (await as('administrator')).context);
  const { callId, stageKey } = await writtenStage(context);
  await first.goto(`/desk/scoring/${callId}/${stageKey}?tab=paper`);
  await first.getByRole('button', { name: '添加特邀评委' }).click();
  const dialog = first.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('周特邀');
  await dialog.getByLabel('工作单位').fill('扬州大学社会发展学院');
  await dialog.getByRole('button', { name: '安排为评委' }).click();
  await expect(first.getByRole('heading', { name: /周特邀/ })).toBeVisible();
  const { seatId, code } = await signedAndPrinted(new Api(context), callId, stageKey);

  await first.getByLabel('按评分表编码录入').fill(code.toLowerCase());
  await first.getByRole('button', { name: '打开评分表' }).click();
  await fillIn(first, 0.8);
  await expect(first.getByText('请先上传签字原件的扫描件')).toBeVisible();
  await first.locator('input[type=file]').setInputFiles({ name: '签字评分表.pdf', mimeType: 'application/pdf', buffer: PDF });
  await first.getByRole('button', { name: '保存录入' }).click();
  await expect(first.getByText(/已录入，待另一人核对/)).toBeVisible();

  const { page: check } = another;
  await check.goto(`/desk/scoring/${callId}/paper-sheets/${code}`);
  await expect(check.getByText(/对照签字原件重新填写分数/)).toBeVisible();
  expect(await check.locator('.paper-entry-row .points').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value).join(''))).toBe('');
  await fillIn(check, 0.8);
  await check.locator('.paper-entry-row .points').first().fill('7');
  await check.getByRole('button', { name: '保存核对' }).click();
  await expect(check.getByRole('heading', { name: '不一致之处' })).toBeVisible();
  await look(check, 'paper-differences');
  await fillIn(check, 0.8);
  await check.getByRole('button', { name: '保存核对' }).click();
  await expect(check.getByText('两人一致，已代为提交并锁定')).toBeVisible();

  await first.goto(`/desk/scoring/${callId}/${stageKey}?tab=paper`);
  await expect(first.getByText(`已提交：周颖 录入，${name} 核对`)).toBeVisible();
  await look(first, 'paper-guests');
  await new Api(context).post(`/panel-seats/${seatId}/unseating`, { reason: '演练结束' });
});

test('an emergency access is asked by one, granted by another, looked at, closed and reviewed by an auditor', async ({ as }) => {
  const { page: officer, context } = await as('officer');
  const { callId, stageKey } = await writtenStage(context);
  await officer.goto(`/desk/scoring/${callId}/${stageKey}`);
  await officer.getByRole('button', { name: '紧急查阅某份申报的评分' }).click();
  const asking = officer.getByRole('dialog');
  await asking.getByLabel(/必须查看的理由/).fill('两位评委反映系统提示提交失败，截止在即，须核对是否收到。');
  await asking.getByRole('button', { name: '提交紧急查阅申请' }).click();
  await expect(officer.getByText('已提交，等待系统管理员决定。')).toBeVisible();

  const { page: administrator } = await as('administrator');
  await administrator.goto('/desk/emergency');
  await administrator.getByRole('button', { name: '批准查阅' }).first().click();
  const granting = administrator.getByRole('dialog');
  await granting.getByLabel('决定的理由').fill('情况属实，限核对是否收到');
  await granting.getByRole('button', { name: '批准查阅' }).click();
  await expect(administrator.getByText('没有查看过').first()).toBeVisible();
  await expect(administrator.getByRole('button', { name: /^查看（/ })).toHaveCount(0);
  await look(administrator, 'emergency-granted');

  await officer.getByRole('link', { name: '查看紧急查阅' }).click();
  await officer.getByRole('button', { name: /^查看（将记录/ }).click();
  await expect(officer.getByText(/查看，已记录/)).toBeVisible();
  await look(officer, 'emergency-look');
  await officer.getByRole('button', { name: '结束查阅' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: '结束查阅' }).click();
  await expect(officer.getByRole('heading', { name: /待审计员复核/ })).toBeVisible();

  const { page: auditor } = await as('auditor');
  await auditor.goto('/desk/emergency');
  await auditor.getByRole('button', { name: '记录复核结果' }).first().click();
  const reviewing = auditor.getByRole('dialog');
  await reviewing.getByLabel('复核意见').fill('理由充分，只查看一次，与申请相符');
  await reviewing.getByRole('button', { name: '记录复核结果' }).click();
  await expect(auditor.getByText('理由充分，只查看一次，与申请相符')).toBeVisible();
});

test('letters to more than five wait until another person has looked over who gets them', async ({ as, visitor }) => {
  const { page: first, context } = await as('officer');
  const another = await visitor();
  await secondOfficer(another.context, async () => (await as('administrator')).context);
  const { callId, number, next } = await writtenStage(context);
  await first.goto(`/desk/scoring/${callId}/${next.key}?tab=panels`);
  await first.getByRole('button', { name: '邀请或指定评委' }).click();
  const dialog = first.getByRole('dialog');
  await expect(dialog.getByRole('checkbox').first()).toBeVisible();
  for (let at = 0; at < 6; at += 1) await dialog.getByRole('checkbox').nth(at).check();
  await dialog.getByRole('button', { name: '邀请所选 6 位' }).click();
  await expect(dialog.getByText(/须另一位工作人员在“群发确认”中核对后寄出/)).toBeVisible();

  await first.goto('/desk/mailings');
  await first.getByRole('link', { name: `${number} 邀请 6 位评审专家` }).first().click();
  await expect(first.getByRole('button', { name: /^确认发给 6 人/ })).toHaveAttribute('aria-disabled', 'true');
  await expect(first.getByText('须由另一位工作人员核对收件人后发出')).toBeVisible();

  const { page: check } = another;
  await check.goto('/desk/mailings');
  await check.getByRole('link', { name: `${number} 邀请 6 位评审专家` }).first().click();
  await expect(check.getByText('邀请您担任评审专家', { exact: true })).toBeVisible();
  await look(check, 'mailing-waits');
  await check.getByRole('button', { name: '确认发给 6 人' }).click();
  await check.getByRole('dialog').getByRole('button', { name: /^确认发给/ }).click();
  await expect(check.getByText('已发出').first()).toBeVisible();
});

/** Over the interface: her signed declaration, and the paper that is printed for her. */
async function signedAndPrinted(officer: Api, callId: string, stageKey: string): Promise<{ seatId: string; code: string }> {
  const seats = await officer.get<readonly { seatId: string; name: string; rows: { applicationId: string }[] }[]>(`/calls/${callId}/scoring/${stageKey}/paper`);
  const { seatId, rows } = seats.find(({ name }) => name === '周特邀')!;
  const scanId = await officer.upload('签字声明.pdf', PDF);
  await officer.post(`/calls/${callId}/paper-seats/${seatId}/declarations`, { scanId, declared: rows.map(({ applicationId }) => ({ applicationId, verdict: 'none' })) });
  const { pages } = await officer.post<{ pages: { code: string }[] }>(`/calls/${callId}/paper-seats/${seatId}/booklet`);
  return { seatId, code: pages[0]!.code };
}

/** Points at a part of the most, to the half point, as they stand on the paper. */
async function fillIn(page: Page, part: number): Promise<void> {
  const rows = page.locator('.paper-entry-row');
  await expect(rows.first()).toBeVisible();
  for (const row of await rows.all()) {
    const most = Number(/满分 (\d+)/.exec(await row.innerText())![1]);
    await row.locator('.points').fill(String(Math.floor(most * part * 2) / 2));
  }
}
