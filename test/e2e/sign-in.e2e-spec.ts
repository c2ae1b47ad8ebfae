import { demoPerson, expect, look, nextCode, test } from './support/index.js';

test('staff sign in with the password and the code of their authenticator, and go where they wanted to', async ({ visitor }) => {
  const screener = demoPerson('screener');
  const { page } = await visitor();
  await page.goto('/desk');
  await expect(page.getByRole('heading', { name: '登录', exact: true })).toBeVisible();
  await look(page, 'sign-in');

  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByText('请填写邮箱。')).toBeVisible();

  await page.getByLabel('邮箱').fill(screener.email);
  await page.getByLabel('密码', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('邮箱')).toHaveValue(screener.email);

  await page.getByLabel('密码', { exact: true }).fill(screener.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { name: '第二步：动态验证码' })).toBeVisible();
  await look(page, 'sign-in-code');
  await page.getByLabel('六位验证码').fill(await nextCode(screener));
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page).toHaveURL(/\/desk$/);
  await expect(page.getByRole('heading', { name: `您好，${screener.name}` })).toBeVisible();
  await look(page, 'desk-screener');

  await page.getByRole('button', { name: screener.name }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page.getByRole('heading', { name: '登录', exact: true })).toBeVisible();
});
