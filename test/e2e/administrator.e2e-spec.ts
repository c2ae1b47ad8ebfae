import { generateSync } from 'otplib';
import { demoPerson, expect, look, nextCode, test } from './support/index.js';

const PASSWORD = 'lanterns over the slow canal';

test('an administrator invites an officer, who accepts, sets up her second factor and signs in, until her role is revoked', async ({ as, visitor }) => {
  const email = `officer-${Date.now()}@example.org`;
  const administrator = await as('administrator');
  const { page } = administrator;
  await page.goto('/desk/accounts');
  await page.getByRole('button', { name: '邀请同事' }).click();
  await page.getByLabel('姓名').fill('沈若兰');
  await page.getByLabel('邮箱').fill(email);
  await page.getByRole('radio', { name: /^项目官员/ }).check();
  await page.getByLabel('所在单位').selectOption({ index: 1 });
  await look(page, 'administrator-invite');
  await page.getByRole('button', { name: '发出邀请' }).click();
  await expect(page.getByText(`邀请已发给 ${email}`)).toBeVisible();

  // The letter lies among the kept ones, with its link.
  await page.goto(`/desk/letters?to=${encodeURIComponent(email)}`);
  const link = page.getByRole('link', { name: '打开信中的链接' });
  await expect(async () => {
    await page.reload();
    await expect(link).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  await look(page, 'administrator-letters');
  const invitation = new URL((await link.getAttribute('href'))!);

  // She chooses a password and sets up her authenticator in place.
  const officer = await visitor();
  await officer.page.goto(invitation.pathname + invitation.hash);
  await officer.page.getByLabel('新密码').fill(PASSWORD);
  await officer.page.getByRole('button', { name: /接受邀请/ }).click();
  await officer.page.goto('/sign-in');
  await officer.page.getByLabel('邮箱').fill(email);
  await officer.page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await officer.page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(officer.page.getByRole('img', { name: '验证器二维码' })).toBeVisible();
  const secret = (await officer.page.locator('.secret-key').innerText()).replace(/\s/g, '');
  await look(officer.page, 'officer-enrols');
  await officer.page.getByLabel('六位验证码').fill(generateSync({ secret }));
  await officer.page.getByRole('button', { name: '启用验证器' }).click();
  await expect(officer.page.getByRole('heading', { name: '请保存恢复码' })).toBeVisible();
  await officer.page.getByRole('button', { name: '我已保存，继续' }).click();
  await expect(officer.page.getByRole('heading', { name: '您好，沈若兰' })).toBeVisible();

  // From now on the code is asked for.
  await officer.page.getByRole('button', { name: '沈若兰' }).click();
  await officer.page.getByRole('menuitem', { name: '退出登录' }).click();
  await officer.page.getByLabel('邮箱').fill(email);
  await officer.page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await officer.page.getByRole('button', { name: '登录', exact: true }).click();
  await officer.page.getByLabel('六位验证码').fill(await nextCode({ ...demoPerson('officer'), email, secret }));
  await officer.page.getByRole('button', { name: '继续' }).click();
  await expect(officer.page.getByRole('heading', { name: '您好，沈若兰' })).toBeVisible();
  await officer.page.goto('/desk/account');
  await expect(officer.page.getByText('还有 10 个恢复码没有用过')).toBeVisible();
  await look(officer.page, 'own-account');

  // The role is taken back: she is signed out at once.
  await page.goto(`/desk/accounts?q=${encodeURIComponent(email)}`);
  await page.getByRole('link', { name: '沈若兰' }).click();
  await look(page, 'administrator-account');
  await page.getByRole('button', { name: '收回 项目官员' }).click();
  await page.getByRole('button', { name: '确认收回“项目官员”' }).click();
  await expect(page.getByText('没有角色')).toBeVisible();
  await officer.page.reload();
  await expect(officer.page.getByRole('heading', { name: '登录', exact: true })).toBeVisible();
});
