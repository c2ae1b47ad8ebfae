import { expect, look, test } from './support/index.js';

const PASSWORD = 'a boat under the third bridge';

test('an administrator opens a place, renames it, and records the holidays of a year', async ({ as }) => {
  const { page } = await as('administrator');
  const mark = Date.now().toString(36).slice(-5);
  await page.goto('/desk/organisers');
  await page.getByRole('button', { name: /^增设下级 扬州市/ }).first().click();
  await page.getByRole('button', { name: '开设单位' }).click();
  await expect(page.getByText('请填写单位名称。')).toBeVisible();
  await page.getByLabel('单位名称').fill(`扬州市运河区妇联${mark}`);
  await page.getByLabel('代码').fill(`yh${mark}`);
  await look(page, 'administrator-open-place');
  await page.getByRole('button', { name: '开设单位' }).click();
  await page.getByRole('button', { name: `改名 扬州市运河区妇联${mark}` }).click();
  await page.getByLabel('单位名称').fill(`扬州市运河区妇女联合会${mark}`);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText(`扬州市运河区妇女联合会${mark}`, { exact: true })).toBeVisible();

  await page.goto('/desk/holidays');
  await page.getByRole('button', { name: '录入一年的安排' }).click();
  const year = await page.getByLabel('年份').inputValue();
  await page.getByRole('button', { name: '录入该年安排' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('发布日期').fill(`${Number(year) - 1}-11-04`);
  await page.getByLabel('通知文号').fill(`国办发明电〔${Number(year) - 1}〕99号`);
  await page.getByLabel('通知名称').fill('国务院办公厅关于部分节假日安排的通知');
  const spring = page.getByRole('group').nth(1);
  await spring.getByLabel('开始', { exact: true }).fill(`${year}-02-15`);
  await spring.getByLabel('结束', { exact: true }).fill(`${year}-02-21`);
  await page.getByRole('button', { name: '录入该年安排' }).click();
  await expect(page.getByText(`${year} 年`, { exact: true })).toBeVisible();
  await expect(page.getByText(`${year}-02-15 – ${year}-02-21`)).toBeVisible();
  await look(page, 'administrator-holidays');
});

test('whoever has forgotten a password gets a link, chooses a new one once, and signs in with it', async ({ as, visitor }) => {
  const email = 'applicant-23@example.org';
  const administrator = await as('administrator');
  const { page } = await visitor({ phone: true });
  await page.goto('/sign-in');
  await page.getByRole('link', { name: '忘记密码' }).click();
  // Both pages ask for the address under one name: what is filled in before the second one stands is lost with the first.
  await expect(page.getByRole('heading', { name: '忘记密码' })).toBeVisible();
  await page.getByLabel('邮箱').fill(email);
  await page.getByRole('button', { name: '发送重设链接' }).click();
  await expect(page.getByText('我们已寄出重设密码的链接', { exact: false })).toBeVisible();
  let link = '';
  await expect.poll(async () => {
    const letters = await administrator.context.request.get(`/api/kept-mail?to=${encodeURIComponent(email)}`);
    return (link = /\/password-reset#token=[\w-]+/.exec(await letters.text())?.[0] ?? '');
  }, { timeout: 60_000 }).not.toBe('');
  await page.goto(link);
  await page.getByLabel('新密码').fill(PASSWORD);
  await look(page, 'password-reset');
  await page.getByRole('button', { name: '保存新密码' }).click();
  await expect(page.getByRole('heading', { name: '新密码已保存' })).toBeVisible();

  await page.goto('/sign-in');
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^您好/ })).toBeVisible();

  // The link has served.
  const again = await visitor();
  await again.page.goto(link);
  await again.page.getByLabel('新密码').fill(`${PASSWORD} again`);
  await again.page.getByRole('button', { name: '保存新密码' }).click();
  await expect(again.page.getByRole('link', { name: '重新申请链接' })).toBeVisible();
});
