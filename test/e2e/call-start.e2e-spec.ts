import type { Page } from '@playwright/test';
import { dayFromNow } from './support/a-screening.js';
import { expect, look, test } from './support/index.js';

const TITLE = '芍药花开·妇女儿童公益';
const WAYS = [/^空白/, /^以往的征集/, /^导入文件/, /^已公布项目的规则/];

test('whoever looks at another way to begin a call finds what she had typed and chosen, and the call bears her title', async ({ as }) => {
  const { page } = await as('officer');
  await page.goto('/desk/calls/new');
  await page.getByRole('main').getByLabel('项目计划', { exact: true }).selectOption({ index: 1 });
  await expect(page.getByText('请先选择一套已公布的规则。')).toBeVisible();
  await title(page).fill(TITLE);
  await page.getByRole('radio', { name: /扬州市首届妇女儿童家庭公益服务项目/ }).check();
  await page.getByLabel('申报开始日').fill(dayFromNow(5));
  for (const way of WAYS) {
    await page.getByRole('radio', { name: way }).check();
    await expect(title(page)).toHaveValue(TITLE);
  }
  await expect(page.getByRole('radio', { name: /扬州市首届妇女儿童家庭公益服务项目/ })).toBeChecked();
  await expect(page.getByLabel('申报开始日')).toHaveValue(dayFromNow(5));
  await look(page, 'call-start');
  await page.getByRole('button', { name: '开始编写' }).click();
  await expect(page.getByRole('heading', { name: `编写规则 · ${TITLE}` })).toBeVisible();
});

const title = (page: Page) => page.getByLabel('征集名称', { exact: true });
