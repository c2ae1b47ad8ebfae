import type { Page } from '@playwright/test';
import { demoPeople, expect, look, test } from './support/index.js';
import { Api } from './support/api.js';
import { becomeAnotherOfficer } from './support/another-officer.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const DEMAND = '补办三场亲子活动，每场附签到表和照片';
const DAY_MS = 86_400_000;

/** Whose project runs and is touched by no other journey: the last of those that owe a mid-term report. */
const grantee = () => demoPeople().filter(({ waits = [] }) => waits.some(({ what }) => what.includes('即将到期的中期报告'))).at(-1)!;

/** The project stands in other parts of a home as well, and they come one after the other. */
const partOf = (page: Page, title: string) => page.locator('.home-part').filter({ has: page.getByRole('heading', { name: title }) });

interface Running {
  readonly id: string;
  readonly name: string;
  readonly status: string;
}

test('a project is ordered to be mended, answered on a phone, sent back once, and found mended', async ({ as }) => {
  const { page: phone, context } = await as(grantee().email, { phone: true });
  const project = (await new Api(context).get<{ items: Running[] }>('/projects?limit=50')).items.find(({ status }) => status === 'running')!;
  const { page: desk } = await as('officer');
  await desk.goto(`/desk/projects/${project.id}?tab=milestones`);
  await desk.getByText('责令整改').first().click();
  await desk.getByRole('button', { name: '责令整改' }).click();
  await expect(desk.getByText('请写明须整改的内容，至少 4 个字。')).toBeVisible();
  await desk.getByLabel('须整改的内容').fill(DEMAND);
  await desk.getByLabel('整改期限').fill(new Date(Date.now() + 12 * DAY_MS).toISOString().slice(0, 10));
  await desk.getByRole('button', { name: '责令整改' }).click();
  const order = desk.getByRole('region', { name: '限期整改' });
  await expect(order).toContainText(DEMAND);
  await look(desk, 'mending-ordered');

  const answer = async (words: string) => {
    await phone.goto('/desk');
    await partOf(phone, '须整改的项目').getByRole('link', { name: project.name }).click();
    await phone.getByRole('textbox', { name: /整改情况/ }).fill(words);
    await phone.locator('.mending-form input[type=file]').setInputFiles({ name: '签到表.pdf', mimeType: 'application/pdf', buffer: PDF });
    await expect(phone.getByText('签到表.pdf').first()).toBeVisible();
  };
  const handIn = async () => {
    await phone.getByRole('button', { name: '提交整改情况' }).click();
    await expect(phone.getByText('待复查').first()).toBeVisible();
  };
  await phone.goto('/desk');
  await expect(phone.getByRole('heading', { name: /须整改的项目/ })).toBeVisible();
  await look(phone, 'mending-home');
  await answer('已补办三场，签到表附后。');
  await look(phone, 'mending-answer');
  await handIn();

  await desk.goto('/desk');
  await desk.getByRole('link', { name: `待复查：${project.name}` }).click();
  await expect(order).toContainText('已补办三场');
  await look(desk, 'mending-to-examine');
  await desk.getByRole('button', { name: '要求继续整改' }).click();
  await desk.getByRole('dialog').getByRole('textbox').fill('第三场缺照片');
  await desk.getByRole('dialog').getByRole('button', { name: '要求继续整改' }).click();
  await expect(order).toContainText('第三场缺照片');

  await answer('已补办三场，签到表和照片附后。');
  await look(phone, 'mending-answer-again');
  await handIn();
  await desk.reload();
  await desk.getByRole('button', { name: '复查合格' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '复查合格' }).click();
  await expect(order).toHaveCount(0);
  await desk.getByText('已完成的整改').click();
  await expect(desk.getByText(/于 .* 复查合格/).first()).toBeVisible();
  await look(desk, 'mending-met');
});

test('an acceptance given by mistake is taken back by a second officer, and the report accepted anew', async ({ as, visitor }) => {
  const { page, context } = await as('officer');
  const another = await visitor();
  await becomeAnotherOfficer(another.context, (await as('administrator')).context, 'js.yz.');
  const officer = new Api(context);
  const project = (await new Api((await as(grantee().email)).context).get<{ items: Running[] }>('/projects?limit=50')).items.find(({ status }) => ['running', 'rectifying'].includes(status))!;
  const { id } = (await officer.get<{ id: string; key: string; status: string }[]>(`/projects/${project.id}/milestones`)).find(({ key, status }) => key === 'monthly' && status === 'accepted')!;
  await page.goto(`/desk/milestones/${id}`);
  await page.getByRole('button', { name: '申请撤销验收' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('附件是上一期的收支表，验收有误');
  await page.getByRole('dialog').getByRole('button', { name: '申请撤销验收' }).click();
  await expect(page.getByText('等待另一位工作人员决定', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: '同意撤销验收' })).toHaveAttribute('aria-disabled', 'true');
  await look(page, 'reopening-asked');

  await another.page.goto('/desk');
  await expect(another.page.getByRole('heading', { name: /待您决定的撤销验收/ })).toBeVisible();
  await partOf(another.page, '待您决定的撤销验收').getByRole('link', { name: new RegExp(project.name) }).first().click();
  await expect(another.page.getByRole('button', { name: '同意撤销验收' })).toBeVisible();
  await look(another.page, 'reopening-to-decide');
  await another.page.getByRole('button', { name: '同意撤销验收' }).click();
  await another.page.getByRole('dialog').getByRole('button', { name: '同意撤销验收' }).click();
  await expect(another.page.getByText('待验收').first()).toBeVisible();
  await expect(another.page.getByText('原由', { exact: false })).toBeVisible();
  await look(another.page, 'reopening-decided');
  await officer.post(`/milestones/${id}/decision`, { move: 'accept' });
});
