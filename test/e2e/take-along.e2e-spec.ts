import { expect, look, test } from './support/index.js';

test('whoever thinks of applying takes all questions along without an account, to read and to fill in', async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto('/');
  await page.locator('.call-entry h3 a').filter({ hasText: '演示' }).first().click();
  await page.getByRole('link', { name: '查看并打印全部问题' }).first().click();
  for (const [name, file] of [['下载全部问题（PDF）', /\.pdf$/], ['下载空白申报书（Word）', /申报书\.docx$/]] as const) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
    expect(download.suggestedFilename()).toMatch(file);
    expect(await download.failure()).toBeNull();
  }
  await look(page, 'take-along');
});
