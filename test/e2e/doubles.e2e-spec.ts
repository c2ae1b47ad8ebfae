import { anApplicant, aStranger } from './support/applicants.js';
import { expect, look, test } from './support/index.js';

const NAME = '扬州市广陵区暖阳社会工作服务中心';

test('an organisation that has registered twice is found, compared and merged, and the record says so on both sides', async ({ as, visitor }) => {
  const administrator = await as('administrator');
  const mark = String(Date.now()).slice(-6);
  const [first, second] = [await visitor(), await visitor()];
  const kept = await anApplicant(first.page, administrator.context, { ...aStranger(), organisation: `${NAME}${mark}` });
  const lost = await anApplicant(second.page, administrator.context, { name: '沈月明', email: aStranger().email, organisation: `${NAME}${mark}二部` });
  const { page } = await as('officer');
  await page.goto(`/desk/organisations/${kept.organisationId}?tab=record`);
  const doubles = page.getByRole('region', { name: '重复登记' });
  await expect(doubles.getByRole('link', { name: `${NAME}${mark}二部` })).toBeVisible();
  await look(page, 'doubles-found');
  const card = doubles.locator('.org-card').filter({ hasText: `${mark}二部` });
  await card.getByRole('button', { name: '并入本组织' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /统一社会信用代码/ })).toBeVisible();
  await look(page, 'doubles-merging');
  await dialog.getByRole('textbox').fill('同一家机构登记了两次');
  await dialog.getByRole('button', { name: '并入本组织' }).click();
  await expect(dialog).toBeHidden();
  await expect(doubles.getByText('已并入本组织：')).toBeVisible();
  await page.goto(`/desk/organisations/${lost.organisationId}?tab=record`);
  await expect(page.getByRole('region', { name: '重复登记' }).getByRole('link').first()).toBeVisible();
  await look(page, 'doubles-merged');
});
