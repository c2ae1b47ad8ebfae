import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { becomeAnotherOfficer } from './support/another-officer.js';
import { Api } from './support/api.js';
import { expect, look, test } from './support/index.js';

/** `2026-12-09T17:30` to `2026-12-16T17:30`. */
const aWeekLater = (local: string): string => new Date(Date.parse(`${local}Z`) + 7 * 86_400_000).toISOString().slice(0, 16);

const NAME = '芍药花开·导入的公益服务项目';

test('an officer imports a rulebook file, answers a visitor once for all, and a second officer confirms a later deadline', async ({ as, visitor }) => {
  const { page, context } = await as('officer');
  const administrator = await as('administrator');
  const another = await visitor();
  const name = await becomeAnotherOfficer(another.context, administrator.context, 'js.yz.');
  const id = await importAndPublish(page, new Api(context));
  const guest = await visitor();
  await ask(guest.page, id);
  await answer(page, id);
  await proposeLaterDeadline(page, id);
  await confirmIt(another.page, id, name);
  await guest.page.goto(`/calls/${id}`);
  await expect(guest.page.locator('#answers').getByText('可以，同一人只能负责一个项目。')).toBeVisible();
  await expect(guest.page.locator('#addenda').getByText('台风停课，学校无法盖章')).toBeVisible();
  await expect(guest.page.locator('#addenda').getByText(/^申报截止时间 · 原为 .*，改为 /)).toBeVisible();
  await look(guest.page, 'call-answers-and-addenda');
});

/** The rules of a call that is open now, as a file with another name. */
async function importAndPublish(page: Page, api: Api): Promise<string> {
  const { items } = await api.get<{ items: { id: string }[] }>('/public/calls?phase=open');
  const { rulebook } = await api.get<{ rulebook: object }>(`/public/calls/${items[0]!.id}`);
  const file = { name: 'rules.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ ...rulebook, visibility: 'public', title: { zh: NAME, en: 'An imported programme' } })) };
  await page.goto('/desk/calls/new');
  await page.getByRole('main').getByLabel('项目计划', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('radio', { name: /导入文件/ }).check();
  await page.getByLabel('选择文件').setInputFiles({ ...file, buffer: Buffer.from('{"format":"something else"}') });
  await expect(page.getByText('这个文件不是规则书，没有导入。')).toBeVisible();
  await page.getByLabel('选择文件').setInputFiles(file);
  await page.getByRole('button', { name: '开始编写' }).click();
  await expect(page.getByRole('heading', { name: `编写规则 · ${NAME}` })).toBeVisible();
  await page.getByRole('link', { name: '去发布' }).click();
  await page.getByRole('button', { name: '发布征集' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布征集' }).click();
  await expect(page.locator('.status-strip').getByText(/已发布|申报中/)).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  await exportIt(page, id, await api.get<{ rulebook: object }>(`/calls/${id}`));
  return id;
}

/** What is exported is what was imported, word for word. */
async function exportIt(page: Page, id: string, { rulebook }: { rulebook: object }): Promise<void> {
  await page.goto(`/desk/calls/${id}?tab=rules`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出规则书' }).click();
  const file = await (await downloading).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(rulebook);
}

async function ask(page: Page, id: string): Promise<void> {
  await page.goto(`/calls/${id}#answers`);
  await page.getByRole('button', { name: '提交问题' }).click();
  await expect(page.getByText('请填写邮箱，答复会发到这个地址。')).toBeVisible();
  await page.getByLabel('您的问题').fill('我是王老师，社区工作者可以担任项目负责人吗？');
  await page.getByLabel('您的邮箱').fill('visitor@example.org');
  await page.getByRole('button', { name: '提交问题' }).click();
  await expect(page.getByText('已收到您的问题。答复会发到您的邮箱，并列在这里。')).toBeVisible();
}

async function answer(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/calls/${id}?tab=questions`);
  await look(page, 'call-questions');
  await page.getByRole('button', { name: '公开答复' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('公布的问题').fill('社区工作者可以担任项目负责人吗？');
  await dialog.getByLabel('答复', { exact: true }).fill('可以，同一人只能负责一个项目。');
  await dialog.getByRole('button', { name: '公开答复' }).click();
  await expect(page.getByRole('heading', { name: '已处理' })).toBeVisible();
}

async function proposeLaterDeadline(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/calls/${id}`);
  await page.getByRole('button', { name: '提出延长截止时间' }).click();
  const dialog = page.getByRole('dialog');
  const deadline = dialog.getByLabel('新的截止时间（北京时间）');
  await deadline.fill(aWeekLater(await deadline.inputValue()));
  await dialog.getByLabel('原因').fill('台风停课，学校无法盖章');
  await dialog.getByRole('button', { name: '提出延长截止时间' }).click();
  await expect(page.getByText('须由另一位项目官员确认，提出人不能自己确认').first()).toBeVisible();
  await look(page, 'call-extension-waiting');
}

async function confirmIt(page: Page, id: string, name: string): Promise<void> {
  await page.goto(`/desk/calls/${id}`);
  await page.getByRole('button', { name: '确认延长' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认延长' }).click();
  await expect(page.getByText('已确认并公布')).toBeVisible();
  await expect(page.getByText(new RegExp(name)).first()).toBeVisible();
}
