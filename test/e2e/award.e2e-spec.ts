import { expect, look, test } from './support/index.js';

const WORDS = '该项目申报书所列的活动场地在公示前已停止使用，请核实场地和服务安排是否属实。';
const ANSWER = '经向社区核实，原场地于本月恢复使用，并已签订为期一年的使用协议，申报内容属实。异议不成立。';

test('the public reads a running notice and objects, the officer dismisses it with a reason, and the objector reads the answer', async ({ visitor, as }) => {
  const { page: open } = await visitor({ phone: true });
  await open.goto('/');
  const notices = open.locator('section', { has: open.getByRole('heading', { name: '正在公示' }) });
  await expect(notices.getByRole('timer').first()).toContainText('还有');
  await notices.getByRole('listitem').first().getByRole('link').click();
  await expect(open.getByRole('heading', { name: /拟立项名单的公示/ })).toBeVisible();
  await expect(open.getByText(/^人民币.+整$/)).toBeVisible();
  await expect(open.getByText(/SHA-256/)).toBeVisible();
  await look(open, 'award-notice');

  await open.getByRole('link', { name: '提出异议' }).click();
  await open.getByRole('button', { name: '提交异议' }).click();
  await expect(open.getByText('请填写真实姓名。')).toBeVisible();
  await look(open, 'award-objection-faulty');
  await open.getByLabel('针对').selectOption({ index: 3 });
  await open.getByLabel('异议内容').fill(WORDS);
  await open.getByLabel('真实姓名').fill('陈明');
  await open.getByLabel('联系方式').fill('13800000000');
  await open.getByRole('button', { name: '提交异议' }).click();
  await expect(open.getByRole('heading', { name: '异议已收到' })).toBeVisible();
  const reference = (await open.locator('strong.ref').textContent()) ?? '';
  expect(reference).toMatch(/^[0-9A-F]{24}$/);
  await look(open, 'award-objection-receipt');

  const { page: desk } = await as('officer');
  await desk.goto('/desk');
  const waiting = desk.locator('section', { has: desk.getByRole('heading', { name: /待答复的异议/ }) });
  await expect(waiting).toBeVisible();
  await waiting.getByRole('link').first().click();
  const objection = desk.locator('section', { hasText: WORDS });
  await expect(objection.getByText('陈明')).toBeVisible();
  await look(desk, 'award-objections');
  await objection.getByRole('button', { name: '受理', exact: true }).click();
  await desk.getByRole('dialog').getByLabel('受理说明').fill('已受理，联系社区核实。');
  await desk.getByRole('dialog').getByRole('button', { name: '受理', exact: true }).click();
  await objection.getByRole('button', { name: '认定不成立' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('button', { name: '认定不成立' }).click();
  await expect(dialog.getByText('请至少写 4 个字')).toBeVisible();
  await dialog.getByLabel(/书面答复/).fill(ANSWER);
  await dialog.getByRole('button', { name: '认定不成立' }).click();
  await expect(objection.getByText(ANSWER)).toBeVisible();
  await expect(objection.getByText('异议不成立', { exact: true })).toBeVisible();

  await desk.getByRole('link', { name: /^公示/ }).click();
  await expect(desk.getByText(/期满前不能确认/)).toBeVisible();
  await look(desk, 'award-notices');

  await open.goto('/objections');
  await open.getByLabel('异议编号').fill(reference.toLowerCase());
  await open.getByRole('button', { name: '查询' }).click();
  await expect(open.getByText(ANSWER)).toBeVisible();
  await expect(open.getByText(WORDS)).toBeVisible();
  await look(open, 'award-objection-answer');
});
