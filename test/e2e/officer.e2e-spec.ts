import type { Page } from '@playwright/test';
import { Api } from './support/api.js';
import { aRoundToScreen, dayFromNow, type ScreeningRound } from './support/a-screening.js';
import { demoPeople, expect, look, test } from './support/index.js';

test('an officer starts a call from a template, mends what stands against it, previews and publishes it', async ({ as }) => {
  const { page } = await as('officer');
  await page.goto('/desk/calls');
  await expect(page.getByRole('heading', { name: '征集批次' })).toBeVisible();
  await look(page, 'officer-rounds');
  await startFromTemplate(page);
  await meetAndMendAProblem(page);
  await preview(page);
  await publish(page);
  await changeAfterPublication(page);
});

test('a copy of last year’s round is compared with it first; of an archived round nothing is under way any more', async ({ as }) => {
  const { page, context } = await as('officer');
  const officer = new Api(context);
  const { items } = await officer.get<{ items: { id: string; programmeId: string; number: string; status: string }[] }>('/calls?limit=200');
  const last = items.find(({ status }) => status === 'archived')!;
  const { id } = await officer.post<{ id: string }>('/calls', { programmeId: last.programmeId, copyOf: last.id, opensOn: dayFromNow(90) });
  await page.goto(`/desk/calls/${id}/rules?view=compare`);
  await expect(page.getByLabel('与谁比较').locator('option:checked')).toHaveText(new RegExp(`^复制自：${last.number} `));
  await expect(page.locator('.change-list').getByText('阶段 › 申报 › 开始')).toBeVisible();
  await page.goto(`/desk/calls/${last.id}`);
  await expect(page.getByText('本批次已全部办结，材料只供查阅')).toBeVisible();
  await expect(page.locator('.stage-line [aria-current=step]')).toHaveCount(0);
  await expect(page.locator('.timeline .tone-current')).toHaveCount(0);
});

async function startFromTemplate(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新建征集' }).click();
  await page.getByRole('main').getByLabel('项目计划', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('radio', { name: /扬州市首届妇女儿童家庭公益服务项目/ }).check();
  await page.getByLabel('申报开始日').fill(dayFromNow(5));
  await look(page, 'officer-start');
  await page.getByRole('button', { name: '开始编写' }).click();
  await expect(page.getByRole('heading', { name: /^编写规则/ })).toBeVisible();
  await page.getByLabel('征集名称', { exact: true }).fill('芍药花开·妇女儿童公益服务项目');
  await expect(page.getByText(/^已保存 /)).toBeVisible();
  await look(page, 'officer-rules');
}

/** The pool becomes too small: the list says so, leads to the field, and is empty again once it is mended. */
async function meetAndMendAProblem(page: Page): Promise<void> {
  const contents = page.getByRole('navigation', { name: '规则各部分' });
  const list = page.getByRole('complementary', { name: '发布检查' });
  await contents.getByRole('link', { name: /资金与额度/ }).click();
  await page.getByLabel('资金总额').fill('1');
  await expect(list.getByText('单项资助高于资金总额')).toBeVisible();
  await contents.getByRole('link', { name: /评分/ }).first().click();
  await look(page, 'officer-scoring');
  await list.getByRole('link', { name: /单项资助高于资金总额/ }).click();
  await expect(page.getByLabel('资金总额')).toBeFocused();
  await look(page, 'officer-problem');
  await page.getByLabel('资金总额').fill('500000');
  await expect(list.getByText('规则可以发布。')).toBeVisible();
  await expect(page.getByText(/^已保存 /)).toBeVisible();
}

async function preview(page: Page): Promise<void> {
  const views = page.getByRole('navigation', { name: '查看方式' });
  await views.getByRole('link', { name: '申请人所见' }).click();
  await expect(page.getByText('统一社会信用代码').first()).toBeVisible();
  await look(page, 'officer-preview-applicant');
  await views.getByRole('link', { name: '评委所见' }).click();
  await expect(page.getByRole('spinbutton').or(page.getByRole('textbox')).first()).toBeVisible();
  await look(page, 'officer-preview-judge');
  await views.getByRole('link', { name: '比较' }).click();
  await page.getByLabel('与谁比较').selectOption({ label: '模板：扬州市首届妇女儿童家庭公益服务项目' });
  await expect(page.locator('.change-list').getByText('芍药花开·妇女儿童公益服务项目')).toBeVisible();
  await look(page, 'officer-compare');
  await views.getByRole('link', { name: '编写' }).click();
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('link', { name: '去发布' }).click();
  await expect(page.getByText('各层权重合计 100%')).toBeVisible();
  await expect(page.getByText(/^需要 \d+ 位，发布后在“评审”页安排$/)).toBeVisible();
  await look(page, 'officer-draft');
  await page.getByRole('button', { name: '发布征集' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/自动开放申报/)).toBeVisible();
  await dialog.getByRole('button', { name: '发布征集' }).click();
  await expect(page.locator('.status-strip').getByText('已发布')).toBeVisible();
  await look(page, 'officer-published');
}

/** A published rule changes with a reason only, and what applicants will read is shown before. */
async function changeAfterPublication(page: Page): Promise<void> {
  await page.getByRole('link', { name: '规则', exact: true }).click();
  await page.getByRole('link', { name: '修改规则' }).click();
  await page.getByRole('navigation', { name: '规则各部分' }).getByRole('link', { name: /资金与额度/ }).click();
  await page.getByLabel('资金总额').fill('520000');
  await page.getByRole('button', { name: '查看修改并公布' }).click();
  await expect(page.locator('.change-list').getByText('¥520,000.00')).toBeVisible();
  await page.getByLabel('修改原因').fill('市级资金到位，总额增加两万元');
  await expect(page.getByText(/的规则有修改：市级资金到位/)).toBeVisible();
  await look(page, 'officer-addendum');
  await page.getByRole('button', { name: '公布修改' }).click();
  await expect(page.locator('.version-list').getByText('市级资金到位，总额增加两万元').first()).toBeVisible();
  await page.getByRole('button', { name: /看修改/ }).first().click();
  await expect(page.locator('.change-list').getByText('¥520,000.00')).toBeVisible();
  await look(page, 'officer-versions');
  const id = /calls\/([\w-]+)/.exec(page.url())![1]!;
  await page.goto(`/calls/${id}`);
  await page.getByRole('link', { name: /^\d{4}-\d\d-\d\d 发布过补充通知，看改动$/ }).click();
  await expect(page.locator('#addenda').getByText('原为 ¥500,000，改为 ¥520,000')).toBeInViewport();
}

test('of a bulk admission what was refused in the meantime comes first, says why and leads to its page', async ({ as }) => {
  const { page, context } = await as('officer');
  const officer = new Api(context);
  const theirs = [];
  for (const { email } of demoPeople().filter(({ role }) => role === 'applicant').slice(0, 2)) theirs.push(new Api((await as(email)).context));
  const round = await aRoundToScreen(officer, theirs);
  const { items } = await officer.get<{ items: { id: string; projectName: string }[] }>(`/applications?callId=${round.callId}&limit=50`);
  for (const { id } of items) {
    const { rules } = await officer.get<{ rules: { id: string }[] }>(`/applications/${id}/screening`);
    await officer.post(`/applications/${id}/checks`, { checks: rules.map((rule) => ({ ruleId: rule.id, verdict: 'passed', note: '已核对原件' })) });
  }
  await page.goto(`/desk/applications?callId=${round.callId}`);
  await page.locator('thead').getByRole('checkbox').check();
  await page.getByRole('button', { name: '通过全部条件符合的' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: '通过其中 2 份' })).toBeEnabled();
  const last = items.find(({ projectName }) => projectName === round.projects[1])!;
  await officer.post(`/applications/${last.id}/screening`, { move: 'exclude', reason: '登记证书已被撤销' });
  await dialog.getByRole('button', { name: '通过其中 2 份' }).click();
  await expect(dialog.getByText('已通过 1 份，被拒 1 份，跳过 0 份。')).toBeVisible();
  await expect(dialog.getByRole('listitem').first()).toContainText(`${last.projectName}`);
  await expect(dialog.getByRole('listitem').first()).toContainText('被拒：');
  await dialog.getByRole('link', { name: last.projectName }).click();
  await expect(page.getByRole('heading', { level: 1, name: last.projectName })).toBeVisible();
});

test('an officer screens a round by keyboard: one returned and handed in again, one admitted, one excluded, and the list exported', async ({ as }) => {
  test.setTimeout(240_000);
  const { page, context } = await as('officer');
  const applicants = demoPeople().filter(({ role }) => role === 'applicant').slice(0, 3);
  const theirs = [];
  for (const { email } of applicants) theirs.push(await as(email));
  const round = await aRoundToScreen(new Api(context), theirs.map((one) => new Api(one.context)));
  await page.goto('/desk');
  await expect(page.getByRole('heading', { name: /资格审查/ })).toBeVisible();
  await look(page, 'officer-home');
  await openTheTable(page, round);
  await returnForCorrection(page);
  await admit(page, round);
  await exclude(page, round);
  await exportTheList(page, round);
  await correct(theirs[0]!.page, round);
  await page.goto(`/desk/applications?callId=${round.callId}&status=submitted`);
  await expect(page.getByRole('link', { name: round.projects[0]! })).toBeVisible();
});

async function openTheTable(page: Page, { callId, projects }: ScreeningRound): Promise<void> {
  await page.goto(`/desk/applications?callId=${callId}&status=submitted`);
  await expect(page.getByRole('link', { name: projects[0]! })).toBeVisible();
  await look(page, 'officer-applications');
  await expect(page.getByRole('columnheader').first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: projects[0]! })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: projects[0]!, level: 1 })).toBeVisible();
  await expect(page.getByText('还有 3 条资格条件没有核对')).toBeVisible();
  await look(page, 'officer-screening');
}

async function returnForCorrection(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退回补正' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('请至少选择一个部分。')).toBeVisible();
  await dialog.getByRole('checkbox', { name: '项目预算' }).check();
  await dialog.getByLabel('请申请人补正什么').fill('请说明专家费的计算依据');
  await dialog.getByRole('button', { name: '退回补正' }).click();
  await expect(page.locator('.status-strip').getByText('等待申请人补正：项目预算')).toBeVisible();
}

/** The applicant reads what is asked, changes the one section that is open, and hands it in again under its number. */
async function correct(page: Page, { projects }: ScreeningRound): Promise<void> {
  await page.goto('/desk');
  const asked = page.locator('.waiting-entry').filter({ hasText: '请说明专家费的计算依据' }).filter({ hasText: projects[0]! }).first();
  await expect(asked).toBeVisible();
  await look(page, 'applicant-returned-home');
  await asked.getByRole('link', { name: '补正申报' }).click();
  await expect(page.getByRole('heading', { name: '补正要求' })).toBeVisible();
  await look(page, 'applicant-correction');
  await page.getByRole('textbox', { name: '第 1 行 计算依据' }).fill('高级职称专家每人每天500元，共12人天，按市级培训费标准计算');
  await expect(page.getByText(/^已保存/).first()).toBeVisible();
  await page.getByRole('button', { name: '预览并提交' }).or(page.getByRole('link', { name: '预览并提交' })).first().click();
  await page.getByLabel('我已阅读并代表本单位确认以上承诺').check();
  await look(page, 'applicant-correction-preview');
  await page.getByRole('button', { name: '提交补正' }).click();
  await expect(page.getByText('第 2 次提交')).toBeVisible();
  await look(page, 'applicant-corrected');
}

/** The next one by bracket; its rules by number keys. */
async function admit(page: Page, { projects }: ScreeningRound): Promise<void> {
  await expect(page.getByRole('navigation', { name: '申报' }).getByRole('link', { name: '下一份' })).toBeVisible();
  await page.keyboard.press(']');
  await expect(page.getByRole('heading', { name: projects[1]!, level: 1 })).toBeVisible();
  for (const done of [1, 2, 3]) {
    await page.keyboard.press('j');
    await page.keyboard.press('1');
    await expect(page.getByText(`符合 ${done}，不符合 0，不适用 0，未核对 ${3 - done}`)).toBeVisible();
  }
  await page.getByRole('button', { name: '资格审查通过' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '资格审查通过' }).click();
  await expect(page.locator('.status-strip').getByText('资格审查通过')).toBeVisible();
}

/** A failed rule needs its ground, and the ground becomes the reason that the applicant reads. */
async function exclude(page: Page, { projects }: ScreeningRound): Promise<void> {
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: projects[2]!, level: 1 })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('2');
  await page.getByLabel('依据与说明').fill('2025 年 3 月列入活动异常名录');
  await page.keyboard.press('Enter');
  await expect(page.getByText('符合 0，不符合 1，不适用 0，未核对 2')).toBeVisible();
  await page.getByRole('button', { name: '资格审查不通过' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('不通过的原因')).toHaveValue(/2025 年 3 月列入活动异常名录/);
  await dialog.getByRole('button', { name: '资格审查不通过' }).click();
  await expect(page.locator('.status-strip').getByText('资格审查未通过', { exact: true })).toBeVisible();
  await look(page, 'officer-excluded');
}

async function exportTheList(page: Page, { callId, number, projects }: ScreeningRound): Promise<void> {
  await page.goto(`/desk/applications?callId=${callId}&status=eligible`);
  await expect(page.getByRole('link', { name: projects[1]! })).toBeVisible();
  await page.getByRole('button', { name: '导出' }).click();
  await expect(page.getByText(`当前筛选的全部申报（${number}、资格审查通过）`)).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出 CSV' }).click()]);
  expect(file.suggestedFilename()).toMatch(new RegExp(`^申报-${number}-资格审查通过-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
  await page.getByRole('button', { name: '保存当前视图' }).click();
  await page.getByLabel('视图名称').fill('已通过的');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('link', { name: '已通过的' })).toHaveAttribute('aria-current', 'page');
}
