import type { Page } from '@playwright/test';
import { anApplicantWithDraft } from './support/applicants.js';
import { aRoundToScreen, handIn } from './support/a-screening.js';
import { Api } from './support/api.js';
import { expect, look, test } from './support/index.js';

const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^已保存 \d\d:\d\d:\d\d$/ })).toBeVisible();
const openForm = async (page: Page, id: string) => {
  await page.goto(`/desk/my-applications/${id}/form?section=proposal`);
  await expect(page.getByLabel('项目概述')).toBeVisible();
};

test('a guest reads and comments, sees who is there, and her remark is dealt with; the versions stand side by side', async ({ visitor }) => {
  const owner = await visitor();
  const guest = await visitor();
  const administrator = (await visitor()).context;
  const { id } = await anApplicantWithDraft(owner.page, administrator);
  const { email } = await anApplicantWithDraft(guest.page, administrator);
  await owner.page.goto(`/desk/my-applications/${id}?tab=writers`);
  await owner.page.getByLabel('对方的登录邮箱').fill(email);
  await owner.page.getByRole('button', { name: '邀请参与' }).click();
  await expect(owner.page.getByText('已邀请')).toBeVisible();
  await look(owner.page, 'applicant-writers');
  await openForm(owner.page, id);
  await owner.page.getByLabel('项目概述').fill('负责人写的第一稿概述');
  await saved(owner.page);
  await openForm(guest.page, id);
  await expect(guest.page.getByText('您可以查看和批注，不能修改答案。')).toBeVisible();
  await expect(guest.page.getByLabel('项目概述')).not.toBeEditable();
  await expect(guest.page.getByText(/^同时在填写：/)).toBeVisible({ timeout: 20_000 });
  const question = guest.page.locator('#q-summary');
  await question.getByRole('button', { name: '写批注' }).click();
  await question.getByLabel('批注内容').fill('请补充去年的服务数据');
  await question.getByRole('button', { name: '发表批注' }).click();
  await expect(question.getByText('请补充去年的服务数据')).toBeVisible();
  await look(guest.page, 'applicant-guest');
  await owner.page.reload();
  await owner.page.locator('#q-summary').getByRole('button', { name: '批注 1' }).click();
  await owner.page.getByRole('button', { name: '标为已处理' }).click();
  await expect(owner.page.getByText(/已处理$/)).toBeVisible();
  await owner.page.goto(`/desk/my-applications/${id}?tab=writers`);
  await owner.page.getByRole('combobox', { name: /的权限$/ }).selectOption('edit');
  await guest.page.reload();
  await guest.page.getByLabel('项目概述').fill('负责人写的第二稿概述，补充了数据');
  await saved(guest.page);
  await owner.page.goto(`/desk/my-applications/${id}?tab=versions`);
  await expect(owner.page.locator('.two-answers ins').first()).toBeVisible();
  await look(owner.page, 'applicant-versions');
});

test('the form goes away as a document and comes back into the draft', async ({ visitor }) => {
  const { page, context } = await visitor();
  const administrator = (await visitor()).context;
  const { id } = await anApplicantWithDraft(page, administrator);
  await openForm(page, id);
  await page.getByLabel('项目概述').fill('写在文档里的概述');
  await saved(page);
  const document = await (await context.request.get(`/api/applications/${id}/offline-form`)).body();
  await page.getByLabel('项目概述').fill('后来改过的概述');
  await saved(page);
  await page.goto(`/desk/my-applications/${id}/offline`);
  await look(page, 'applicant-offline');
  await page.getByLabel('填好的申报书或预算表').setInputFiles({ name: '申报书.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: document });
  await expect(page.getByRole('checkbox', { name: '放入草稿：项目概述' })).toBeChecked();
  await look(page, 'applicant-offline-read');
  await page.getByRole('button', { name: /把选中的 1 项放入草稿/ }).click();
  await expect(page).toHaveURL(/\/form/);
  expect((await (await context.request.get(`/api/applications/${id}`)).json()).answers.proposal.summary).toBe('写在文档里的概述');
});

test('a partner is asked, declines with its reason, and takes part after all; the one in charge sees each answer', async ({ as, visitor }) => {
  const owner = await visitor();
  const partner = await visitor();
  const administrator = (await visitor()).context;
  const callId = await aCallForSeveral(new Api((await as('officer')).context));
  const { id } = await anApplicantWithDraft(owner.page, administrator, callId);
  await anApplicantWithDraft(partner.page, administrator);
  const [{ creditCode }] = (await (await partner.context.request.get('/api/organisations/mine')).json()) as [{ creditCode: string }];
  const page = `/desk/my-applications/${id}`;
  await owner.page.goto(page);
  await owner.page.getByRole('button', { name: '调整联合申报单位' }).click();
  await owner.page.getByLabel('对方的统一社会信用代码').fill(creditCode);
  await owner.page.getByRole('button', { name: '查找并添加' }).click();
  await owner.page.getByRole('button', { name: '完成调整' }).click();
  await expect(owner.page.getByText('等对方确认')).toBeVisible();
  await expect(owner.page.getByText(/还没有同意参加/)).toBeVisible();
  await partner.page.goto('/desk');
  await partner.page.getByRole('listitem').filter({ hasText: '请贵单位联合申报' }).getByRole('link', { name: '答复' }).click();
  await expect(partner.page.getByText('请确认贵单位是否参加联合申报')).toBeVisible();
  await look(partner.page, 'applicant-partner-asked');
  await partner.page.getByRole('button', { name: '不参加' }).click();
  await partner.page.getByLabel('说明').fill('今年人手不足');
  await partner.page.getByRole('button', { name: '不参加' }).click();
  await expect(partner.page.getByText('对方说明：今年人手不足')).toBeVisible();
  await owner.page.reload();
  await expect(owner.page.getByText(/不同意参加。请移除该单位/)).toBeVisible();
  await partner.page.getByRole('button', { name: '改为同意参加' }).click();
  await expect(partner.page.getByText('已同意', { exact: true })).toBeVisible();
  await owner.page.reload();
  await expect(owner.page.getByText('已同意', { exact: true })).toBeVisible();
  await expect(owner.page.getByText(/不同意参加/)).toHaveCount(0);
  await look(owner.page, 'applicant-partner-agreed');
});

test('a partner leaves after the submission; the officer sees what no longer holds and returns it, and the one in charge puts the parties in order', async ({ as, visitor }) => {
  const [owner, partner, administrator] = [await visitor(), await visitor(), (await visitor()).context];
  const officer = await as('officer');
  const { callId, rulebook } = await aRoundToScreen(new Api(officer.context), []);
  const { id } = await anApplicantWithDraft(owner.page, administrator, callId);
  await anApplicantWithDraft(partner.page, administrator, callId);
  const [lead, other] = [new Api(owner.context), new Api(partner.context)];
  const [{ id: partnerId, name }] = await other.get<[{ id: string; name: string }]>('/organisations/mine');
  await lead.put(`/applications/${id}/partners`, { partnerIds: [partnerId], version: (await lead.get<{ version: number }>(`/applications/${id}`)).version });
  await other.post(`/applications/${id}/partner-answers`, { organisationId: partnerId, agreed: true });
  await handIn(lead, id, rulebook, '两家合办的课堂');
  await partner.page.goto(`/desk/my-applications/${id}`);
  await partner.page.getByRole('button', { name: '退出申报' }).click();
  await partner.page.getByLabel('说明').fill('理事会改变了计划');
  await partner.page.getByRole('button', { name: '退出申报' }).click();
  await expect(partner.page.getByText(/已退出“.*”牵头的申报/)).toBeVisible();
  await look(partner.page, 'applicant-partner-left');
  await officer.page.goto(`/desk/applications/${id}`);
  await expect(officer.page.getByRole('heading', { name: '有申报单位退出' })).toBeVisible();
  await look(officer.page, 'officer-party-left');
  await officer.page.getByRole('button', { name: '退回补正' }).click();
  const dialog = officer.page.getByRole('dialog');
  await expect(dialog.getByLabel('申报单位（联合申报单位、依托单位）')).toBeChecked();
  await dialog.getByLabel('请申请人补正什么').fill('请调整申报单位');
  await dialog.getByRole('button', { name: '退回补正' }).click();
  await expect(officer.page.getByText(/等待申请人补正：申报单位/)).toBeVisible();
  await owner.page.goto(`/desk/my-applications/${id}`);
  await expect(owner.page.getByText(/申报单位可以调整/)).toBeVisible();
  await look(owner.page, 'applicant-parties-open');
  await owner.page.getByRole('button', { name: '调整联合申报单位' }).click();
  await owner.page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: '移除' }).click();
  await expect(owner.page.getByText(/在提交后退出了申报/)).toHaveCount(0);
  await owner.page.getByRole('button', { name: '预览并提交' }).click();
  await owner.page.getByRole('checkbox').check();
  await owner.page.getByRole('button', { name: '提交补正' }).click();
  await expect(owner.page).toHaveURL(/receipts/);
});

interface CallOfDemo {
  readonly id: string;
  readonly title: { readonly zh: string };
}

/** The demo's call as it would be if several organisations could apply together; a minute after its publication at the latest it is open. */
async function aCallForSeveral(officer: Api): Promise<string> {
  const open = async () => (await officer.get<{ items: CallOfDemo[] }>('/public/calls?phase=open')).items;
  const { id } = (await open()).find(({ title }) => title.zh.includes('演示'))!;
  const { rulebook } = await officer.get<{ rulebook: { applicants: object } }>(`/public/calls/${id}`);
  const { items: programmes } = await officer.get<{ items: { id: string; nodePath: string }[] }>('/programmes');
  const draft = await officer.post<{ id: string }>('/calls', {
    programmeId: programmes.find(({ nodePath }) => nodePath === 'js.yz.')!.id,
    rulebook: { ...rulebook, title: { zh: '几家合办的公益创投', en: 'Several apply together' }, applicants: { ...rulebook.applicants, joint: { mode: 'allowed', maxParties: 3, together: [] } } },
  });
  await officer.post(`/calls/${draft.id}/moves`, { move: 'publish' });
  await expect.poll(async () => (await open()).some((call) => call.id === draft.id), { timeout: 90_000 }).toBe(true);
  return draft.id;
}
