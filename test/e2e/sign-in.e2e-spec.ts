import { demoPerson, expect, look, nextCode, test } from './support/index.js';

test('staff sign in with the password and the code of their authenticator, and go where they wanted to', async ({ visitor }) => {
  const auditor = demoPerson('auditor');
  const { page } = await visitor();
  await page.goto('/desk');
  await expect(page.getByRole('heading', { name: '登录', exact: true })).toBeVisible();
  await look(page, 'sign-in');

  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByText('请填写邮箱。')).toBeVisible();

  await page.getByLabel('邮箱').fill(auditor.email);
  await page.getByLabel('密码', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('邮箱')).toHaveValue(auditor.email);

  await page.getByLabel('密码', { exact: true }).fill(auditor.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { name: '第二步：动态验证码' })).toBeVisible();
  await look(page, 'sign-in-code');
  await page.getByLabel('六位验证码').fill(await nextCode(auditor));
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page).toHaveURL(/\/desk$/);
  await expect(page.getByRole('heading', { name: `您好，${auditor.name}` })).toBeVisible();
  await look(page, 'desk-auditor');

  await page.getByRole('button', { name: auditor.name }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page.getByRole('heading', { name: '登录', exact: true })).toBeVisible();
});
