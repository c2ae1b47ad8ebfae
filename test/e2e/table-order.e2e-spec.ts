import { expect, look, test } from './support/index.js';

test('a screener sorts the table by two columns, puts its columns in another order, and finds both again in the address and after a reload', async ({ as }) => {
  const { page } = await as('screener');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/desk/applications');
  const head = (name: string) => page.getByRole('columnheader', { name: new RegExp(`^${name}`) });
  await expect(head('申报组织')).toBeVisible();
  await head('申报组织').click();
  await head('申请金额').click({ modifiers: ['Shift'] });
  await head('申请金额').click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/sort=organisationName(%2C|,)-requestedFen/);
  await expect(head('申报组织')).toContainText('1');
  await expect(head('申请金额')).toContainText('2');
  await page.getByRole('button', { name: '列', exact: true }).click();
  const titles = () => page.getByRole('columnheader').allInnerTexts();
  const before = (await titles()).findIndex((title) => title.startsWith('申报组织'));
  await page.getByRole('button', { name: '“申报组织”右移一列' }).click();
  await expect.poll(async () => (await titles()).findIndex((title) => title.startsWith('申报组织'))).toBe(before + 1);
  await look(page, 'table-order');
  await page.reload();
  await expect(head('申请金额')).toContainText('2');
  expect((await titles()).findIndex((title) => title.startsWith('申报组织'))).toBe(before + 1);
  await head('申报组织').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sort=-organisationName($|&)/);
});
