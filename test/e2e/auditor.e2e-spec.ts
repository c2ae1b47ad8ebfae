import type { Page } from '@playwright/test';
import { expect, look, test } from './support/index.js';

/** Buttons that only look, sort, fold, export or page. */
const READS = /^(列|导出|假设|查看申报|查看协议全文|收起全文|保存文件|上一页|下一页|只看未读|打印|核验|保存当前视图|全部|显示|折叠|\? )/;

/** What could be pressed to change something: there must be nothing, or a reason beside it. */
async function writesOn(page: Page): Promise<string[]> {
  await expect(page.locator('main h1').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const offered = await page.locator('main button:visible').evaluateAll((all) => all.filter((one) => one.getAttribute('aria-disabled') !== 'true' && !one.hasAttribute('aria-expanded') && one.closest('thead') === null).map((one) => (one.textContent ?? '').trim()));
  return offered.filter((name) => name !== '' && !READS.test(name));
}

test('an auditor reads the round from its rules to its books, is offered nothing to change, and is refused when she tries', async ({ as }) => {
  const { page } = await as('auditor');
  await page.goto('/desk');
  const rounds = (await (await page.request.get('/api/calls?limit=50')).json()) as { items: { id: string; status: string }[] };
  const running = rounds.items.find(({ status }) => status === 'running')!.id;
  const onNotice = rounds.items.find(({ status }) => status === 'in_publicity')!.id;
  const { items: projects } = (await (await page.request.get(`/api/projects?callId=${running}`)).json()) as { items: { id: string }[] };
  const places = [
    `/desk/calls/${running}`, `/desk/calls/${onNotice}/awards`, `/desk/calls/${onNotice}/awards?tab=notice`, `/desk/calls/${onNotice}/awards?tab=objections`, '/desk/applications',
    `/desk/scoring/${running}`, '/desk/roadshows', ...['overview', 'contract', 'milestones', 'evaluations', 'money'].map((tab) => `/desk/projects/${projects[0]!.id}?tab=${tab}`),
    '/desk/payments', `/desk/funds/${running}`, `/desk/calls/${running}/reports`, '/desk/organisations', '/desk/holidays',
  ];
  for (const place of places) {
    await page.goto(place);
    expect({ place, writes: await writesOn(page) }).toEqual({ place, writes: [] });
  }
  await look(page, 'auditor-holidays');
  await page.goto(`/desk/calls/${onNotice}/awards?tab=objections`);
  await expect(page.getByText('仅项目官员可见').first()).toBeVisible();
  await look(page, 'auditor-objections');

  const { csrfToken } = (await (await page.request.get('/api/session')).json()) as { csrfToken: string };
  for (const [path, data] of [[`/api/projects/${projects[0]!.id}/moves`, { move: 'suspend', reason: '审计员不能暂停项目。' }], [`/api/calls/${onNotice}/awards/notice-correction`, { reason: '审计员不能更正公示。' }], [`/api/calls/${running}/reports`, { format: 'pdf', kind: 'round_report' }]] as const) {
    expect((await page.request.post(path, { data, headers: { 'x-csrf-token': csrfToken } })).status()).toBe(403);
  }
});
