import type { Page } from '@playwright/test';
import { expect, look, test } from './support/index.js';
import { Api } from './support/api.js';
import { aRoadshow } from './support/a-roadshow.js';
import { becomeAnotherOfficer } from './support/another-officer.js';
import { partEquals, recordOutsideScores } from './support/equals.js';

/** A dialog grows out of the button that asks: a click while it still moves may meet nothing. */
async function confirm(page: Page, name: string): Promise<void> {
  const button = page.locator('.ant-modal-confirm').getByRole('button', { name });
  await expect(button).toBeVisible();
  await expect(page.locator('.ant-zoom-appear, .ant-zoom-enter')).toHaveCount(0);
  await button.click();
}

const JUDGES = ['roadshow-judge-1@example.org', 'roadshow-judge-2@example.org'] as const;

test('a host leads a roadshow: drawn, timed, scored on two phones, followed on the stage screen, and ended; equals are parted by the committee', async ({ as, visitor }) => {
  // The round is made first, and its deadline is waited for.
  test.setTimeout(300_000);
  const host = await as('officer');
  const officer = new Api(host.context);
  const phones = await Promise.all(JUDGES.map((who) => as(who, { phone: true })));
  const judgeIds = await Promise.all(phones.map(async ({ context }) => (await new Api(context).get<{ account: { id: string } }>('/session')).account.id));
  const applicants = await Promise.all(['applicant-17@example.org', 'applicant-18@example.org'].map(async (who) => new Api((await as(who)).context)));
  const round = await aRoadshow({ officer, applicants, judgeIds });
  const desk = host.page;

  await test.step('the officer plans the hall, and draws the order with a seed that repeats', async () => {
    await desk.goto('/desk/roadshows');
    await desk.locator('.to-plan', { hasText: round.title }).getByRole('button', { name: '安排场次' }).click();
    await desk.locator('.roadshow-sessions li', { hasText: round.title }).getByRole('link', { name: '打开主持台' }).click();
    await expect(desk.getByRole('button', { name: '开始路演' })).toHaveAttribute('aria-disabled', 'true');
    await desk.getByLabel('抽签种子').fill('双色球 2026101 期 03 08 15 21 27 33');
    await desk.getByRole('button', { name: '按种子抽签' }).click();
    await desk.getByText('怎样核对抽签').first().click();
    await desk.getByRole('button', { name: '在本页重算' }).first().click();
    await expect(desk.getByText('重算结果与出场顺序一致（2 个项目）。').first()).toBeVisible();
    await look(desk, 'roadshow-console-planned');
  });

  const sessionId = desk.url().split('/').at(-1)!;
  const { page: screen } = await visitor();
  await screen.goto(`/stage/${sessionId}`);
  await expect(screen.getByRole('heading', { name: '路演即将开始' })).toBeVisible();
  await look(screen, 'stage-before');

  await test.step('it starts, and everybody follows', async () => {
    await desk.getByRole('button', { name: '开始路演' }).click();
    await confirm(desk, '开始路演');
    await expect(desk.locator('.console-turn h2')).toBeVisible();
    await expect(screen.getByText('请下一个项目准备')).toBeVisible();
  });
  const first = await desk.locator('.console-turn h2').innerText();

  await test.step('one judge declares nothing, the other steps aside; the console names her', async () => {
    for (const { page } of phones) await hallOf(page, round.title);
    await declareNext(phones[0]!.page, first, '没有');
    await declareNext(phones[1]!.page, first, '有，我回避');
    await expect(desk.getByText(/^请离场：/)).toBeVisible();
  });

  await test.step('the presenter signs in and is called', async () => {
    await expect(desk.getByRole('button', { name: '开始汇报' })).toHaveAttribute('aria-disabled', 'true');
    await desk.locator('.console-turn').getByRole('button', { name: '签到' }).click();
    await desk.getByLabel('汇报人姓名').fill('袁媛');
    await desk.locator('.ant-modal').getByRole('button', { name: '签到' }).click();
    await desk.getByRole('button', { name: '开始汇报' }).click();
    await expect(screen.getByRole('heading', { name: first })).toBeVisible();
    await expect(screen.getByText('汇报中')).toBeVisible();
    await expect(screen.locator('.stage-time')).toHaveText(/^[78]:\d\d$/);
    await expect(phones[1]!.page.getByText('请离场回避')).toBeVisible();
    await look(phones[1]!.page, 'hall-leave');
    await look(screen, 'stage-now');
  });

  const judge = phones[0]!.page;
  await test.step('points noted early stay on the phone until the window opens', async () => {
    await expect(judge.getByText('评分将在答辩后开放')).toBeVisible();
    for (const field of await judge.locator('.criterion').all()) await field.locator('.quick-marks button').nth(2).click();
    await expect(judge.getByRole('button', { name: '提交评分' })).toHaveCount(0);
    await desk.getByRole('button', { name: '开始答辩' }).click();
    await expect(screen.getByText('答辩中')).toBeVisible();
    await desk.getByRole('button', { name: '开始评分' }).click();
    await expect(desk.getByText('0 / 1 位评委已提交').first()).toBeVisible();
  });

  await test.step('she hands in once, and the host sees it', async () => {
    await judge.getByRole('button', { name: '提交评分' }).click();
    await look(judge, 'hall-confirm');
    await judge.getByRole('button', { name: /^确认提交/ }).click();
    await expect(judge.getByText(/^已发送 \d\d:\d\d:\d\d ✓$/)).toBeVisible();
    await look(judge, 'hall-sent');
    await expect(desk.getByText('评委已全部提交')).toBeVisible();
    await look(desk, 'roadshow-console-scoring');
    await desk.getByRole('button', { name: '结束评分' }).click();
    await expect(judge.getByText('候场中')).toBeVisible();
  });

  await test.step('the second project: ending before everybody has handed in asks for a reason', async () => {
    await expect(desk.locator('.console-turn h2')).not.toHaveText(first);
    const second = await desk.locator('.console-turn h2').innerText();
    for (const { page } of phones) await declareNext(page, second, '没有');
    await desk.locator('.console-turn').getByRole('button', { name: '签到' }).click();
    await desk.getByLabel('汇报人姓名').fill('于慧');
    await desk.locator('.ant-modal').getByRole('button', { name: '签到' }).click();
    for (const move of ['开始汇报', '开始评分']) await desk.getByRole('button', { name: move }).click();
    await expect(phones[1]!.page.getByText('请返回会场')).toBeVisible();
    await score(judge);
    await desk.getByRole('button', { name: '结束评分' }).click();
    await desk.locator('.ant-modal').getByLabel('原因').fill('设备故障，已登记纸质评分表');
    await desk.locator('.ant-modal').getByRole('button', { name: '结束评分' }).click();
  });

  await test.step('the missing judge is let in again, and the hall is closed', async () => {
    const late = phones[1]!.page;
    await desk.locator('.turn-list').getByRole('button', { name: '重新开放评分' }).click();
    await desk.locator('.ant-modal').getByLabel('原因').fill('设备已修复，补交评分');
    await desk.locator('.ant-modal').getByRole('button', { name: '重新开放评分' }).click();
    await score(late);
    await expect(desk.getByText('评委已全部提交')).toBeVisible();
    await desk.getByRole('button', { name: '结束评分' }).click();
    await desk.getByRole('button', { name: '结束本场路演' }).click();
    await expect(screen.getByRole('heading', { name: '本场路演结束' })).toBeVisible();
    expect(await screen.locator('body').innerText()).not.toMatch(/\d+\.\d\d/);
  });

  await test.step('the officer seals the ranking, and it recomputes in the browser', async () => {
    await desk.getByRole('link', { name: '到评审环节' }).click();
    await expect(desk.locator('.judge-board')).toBeVisible();
    await look(desk, 'scoring-board');
  });

  await test.step('an officer enters and imports what was given outside, and the committee parts the equals, confirmed by a second officer', async () => {
    const stage = new URL(desk.url()).pathname;
    const another = await visitor();
    await becomeAnotherOfficer(another.context, (await as('administrator')).context, 'js.yz.');
    await recordOutsideScores(desk, stage, round);
    await partEquals(desk, another.page, stage, round);
    await desk.goto(stage);
  });

  await test.step('the ranking is sealed in that order', async () => {
    await desk.getByRole('button', { name: '封存排名' }).click();
    await confirm(desk, '封存排名');
    await expect(desk.locator('.ranking-table')).toContainText('运河边的妈妈灶');
    await expect(desk.locator('.ranking-table')).toContainText('回避：');
    await expect(desk.locator('.ranking-table tbody tr').first()).toContainText(round.projects[1]!);
    await desk.getByRole('button', { name: '在此浏览器重算' }).click();
    await expect(desk.getByText('一致：2 个项目的得分和名次全部重算相符。')).toBeVisible();
    await expect(desk.getByText('清单的哈希值与公布的相同。')).toBeVisible();
    await look(desk, 'scoring-ranking');
  });
});

/** The phone of a judge in the right hall: she may sit in several. */
async function hallOf(page: Page, title: string): Promise<void> {
  await page.goto('/judge/hall');
  const choice = page.locator('.hall-choice').getByRole('link', { name: title });
  await expect(page.locator('.hall-card')).toBeVisible();
  if (await choice.count()) await choice.click();
}

async function declareNext(page: Page, project: string, verdict: string): Promise<void> {
  await expect(page.getByRole('heading', { name: project, exact: false }).first()).toBeVisible();
  await page.locator('.conflict-verdicts label', { hasText: verdict }).first().click();
  await page.getByRole('button', { name: '确认并提交声明' }).click();
  await expect(page.locator('.conflict-verdicts input:checked')).toHaveCount(0);
}

async function score(page: Page): Promise<void> {
  await expect(page.getByText('评分中')).toBeVisible();
  for (const field of await page.locator('.criterion').all()) await field.locator('.quick-marks button').nth(2).click();
  await page.getByRole('button', { name: '提交评分' }).click();
  await page.getByRole('button', { name: /^确认提交/ }).click({ delay: 600 });
  await expect(page.getByText(/^已发送/)).toBeVisible();
}
