import type { Page } from '@playwright/test';
import { anApplicantWithDraft, certificate, PASSWORD } from './support/applicants.js';
import { expect, look, test } from './support/index.js';

const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^已保存 \d\d:\d\d:\d\d$/ })).toBeVisible();
const openForm = async (page: Page, id: string) => {
  await page.goto(`/desk/my-applications/${id}/form?section=proposal`);
  await expect(page.getByLabel('项目概述')).toBeVisible();
};

test('two people write into one draft: nothing is overwritten, and what both wrote is asked about', async ({ visitor }) => {
  const { page, context } = await visitor();
  const { id, email } = await anApplicantWithDraft(page, (await visitor()).context);
  const colleague = await visitor();
  await colleague.context.request.post('/api/session', { data: { email, password: PASSWORD } });
  await openForm(page, id);
  await openForm(colleague.page, id);
  await colleague.page.getByLabel('项目目标').fill('同事写的目标');
  await colleague.page.getByLabel('需求分析').fill('同事写的需求');
  await saved(colleague.page);
  await page.getByLabel('项目概述').fill('我写的概述');
  await page.getByLabel('需求分析').fill('我写的需求');
  await expect(page.getByRole('heading', { name: '同一处有两份答案' })).toBeVisible();
  // What only the colleague wrote is taken over at once; what only I wrote is kept.
  await expect(page.getByLabel('项目目标')).toHaveValue('同事写的目标');
  await expect(page.getByLabel('项目概述')).toHaveValue('我写的概述');
  await look(page, 'applicant-conflict');
  await page.getByRole('radio', { name: '两段都保留' }).check();
  await page.getByRole('button', { name: '按以上选择保存' }).click();
  await saved(page);
  const kept = await (await context.request.get(`/api/applications/${id}`)).json();
  expect(kept.answers.proposal).toMatchObject({ summary: '我写的概述', goals: '同事写的目标', needs: '同事写的需求\n\n我写的需求' });
});

test('a session that has ended is taken up again in place, and the network may go and come back', async ({ visitor }) => {
  const { page, context } = await visitor();
  const { id, email } = await anApplicantWithDraft(page, (await visitor()).context);
  await openForm(page, id);
  await context.setOffline(true);
  await page.getByLabel('项目概述').fill('断网时写下的概述');
  await expect(page.getByText('未保存 · 网络不通。内容已保留在本机，联网后自动保存')).toBeVisible();
  await context.setOffline(false);
  await saved(page);

  await context.clearCookies();
  await page.getByLabel('需求分析').fill('登录过期后写下的需求');
  await expect(page.getByRole('heading', { name: '登录已过期，请重新登录' })).toBeVisible();
  await look(page, 'applicant-session-ended');
  await page.getByRole('dialog').getByLabel('邮箱').fill(email);
  await page.getByRole('dialog').getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录并继续' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByLabel('需求分析')).toHaveValue('登录过期后写下的需求');
  await saved(page);
  const kept = await (await context.request.get(`/api/applications/${id}`)).json();
  expect(kept.answers.proposal).toMatchObject({ summary: '断网时写下的概述', needs: '登录过期后写下的需求' });
});

test('what this device alone had is restored over what a colleague has saved since, and what both changed is asked about', async ({ visitor }) => {
  const { page, context } = await visitor();
  const { id, email } = await anApplicantWithDraft(page, (await visitor()).context);
  await openForm(page, id);
  await context.setOffline(true);
  await page.getByLabel('项目概述').pressSequentially('断网前写下的半句');
  await page.getByLabel('项目目标').pressSequentially('我写的目标');
  await expect(page.getByText('未保存 · 网络不通。内容已保留在本机，联网后自动保存')).toBeVisible();
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const colleague = await visitor();
  await colleague.context.request.post('/api/session', { data: { email, password: PASSWORD } });
  await openForm(colleague.page, id);
  await colleague.page.getByLabel('项目概述').fill('同事重写的概述');
  await saved(colleague.page);
  const again = await context.newPage();
  await openForm(again, id);
  await expect(again.getByText('已恢复上次没有来得及保存的内容。')).toBeVisible();
  await expect(again.getByRole('heading', { name: '同一处有两份答案' })).toBeVisible();
  await expect(again.getByLabel('项目目标')).toHaveValue('我写的目标');
  await look(again, 'applicant-restored-conflict');
  await again.getByRole('radio', { name: '保留同事的' }).check();
  await again.getByRole('button', { name: '按以上选择保存' }).click();
  await saved(again);
  await expect(again.getByLabel('项目概述')).toHaveValue('同事重写的概述');
  const kept = await (await context.request.get(`/api/applications/${id}`)).json();
  expect(kept.answers.proposal).toMatchObject({ summary: '同事重写的概述', goals: '我写的目标' });
});

test('no save is claimed that did not happen, and whoever types without a pause is saved within five seconds', async ({ visitor }) => {
  const { page, context } = await visitor();
  const { id } = await anApplicantWithDraft(page, (await visitor()).context);
  await openForm(page, id);
  const claims: string[] = [];
  await page.route(`**/api/applications/${id}/answers`, (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ status: 503, code: 'busy', detail: '系统繁忙', title: '繁忙' }) }));
  await page.getByLabel('项目概述').fill('服务器出错时写下的概述');
  await expect(page.getByText('未保存 · 服务器暂时不能保存，稍后自动重试。内容已保留在本机')).toBeVisible();
  claims.push(await page.getByRole('status').allInnerTexts().then((texts) => texts.join(' ')));
  expect(claims.join()).not.toContain('已保存');
  await look(page, 'applicant-not-saved');
  await page.unroute(`**/api/applications/${id}/answers`);
  await page.getByRole('button', { name: '重试' }).click();
  await saved(page);
  // Forty keys in eight seconds, never a pause of 0.8 s: it is saved before the last of them.
  const began = Date.now();
  const first = page.waitForResponse((answer) => answer.url().endsWith('/answers') && answer.request().method() === 'PATCH' && answer.ok());
  const typing = page.getByLabel('需求分析').pressSequentially('一边说一边写从不停下来的人也不会丢掉五秒以上的内容因为每隔四秒就会保存一次', { delay: 220 });
  await first;
  expect(Date.now() - began).toBeLessThan(5_500);
  await typing;
  await saved(page);
  expect((await (await context.request.get(`/api/applications/${id}`)).json()).answers.proposal.needs).toContain('保存一次');
});

test('files go up while somebody writes in another section, in the order in which they were chosen, and the preview waits for them', async ({ visitor }) => {
  const { page, context } = await visitor();
  const { id } = await anApplicantWithDraft(page, (await visitor()).context);
  await page.goto(`/desk/my-applications/${id}/form?section=attachments`);
  let letThrough = () => undefined as void;
  const held = new Promise<void>((done) => (letThrough = done));
  let first = true;
  await page.route('**/api/documents', async (route) => {
    // The one that was chosen first arrives last.
    if (first) {
      first = false;
      await held;
    }
    await route.continue();
  });
  await page.getByLabel('登记证书', { exact: true }).setInputFiles([certificate('正本.pdf'), certificate('副本.pdf')]);
  await expect(page.getByRole('link', { name: '副本.pdf' })).toBeVisible();
  await page.getByRole('navigation', { name: '申报书各部分' }).getByRole('link', { name: '项目方案' }).click();
  await expect(page.getByRole('status').filter({ hasText: '正在上传 1 个文件' })).toBeVisible();
  await expect(page.getByRole('button', { name: '预览并提交' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByLabel('项目概述').fill('一边上传一边写');
  await look(page, 'applicant-uploading');
  letThrough();
  await saved(page);
  await page.getByRole('navigation', { name: '申报书各部分' }).getByRole('link', { name: '附件' }).click();
  await expect(page.locator('.filelist .name').first()).toHaveText('正本.pdf');
  const { answers, files } = await (await context.request.get(`/api/applications/${id}`)).json();
  const names = new Map((files as { id: string; name: string }[]).map((file) => [file.id, file.name]));
  expect([answers.proposal.summary, Object.values(answers.attachments as Record<string, string[]>).flat().map((one) => names.get(one))]).toEqual(['一边上传一边写', ['正本.pdf', '副本.pdf']]);
});

test('whoever still writes when the time is over is told by the page itself, and what she wrote is kept', async ({ visitor }) => {
  const { page } = await visitor();
  const { id } = await anApplicantWithDraft(page, (await visitor()).context);
  const closesAt = new Date(Date.now() + 15_000).toISOString();
  let asked = 0;
  // The same answers as the server's, but for the deadline, which is near.
  await page.route('**/api/public/calls/*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), closesAt } });
  });
  await page.route(`**/api/applications/${id}`, async (route) => {
    asked += 1;
    const answer = await route.fetch();
    const application = await answer.json();
    await route.fulfill({ response: answer, json: { ...application, call: { ...application.call, closesAt } } });
  });
  await openForm(page, id);
  await expect(page.getByText(/征集已截止/)).toHaveCount(0);
  await expect(page.getByRole('timer').first()).toHaveText(/还有 \d+ 分 \d\d 秒/);
  await expect(page.getByText('征集已截止，这份草稿没有提交。填写的内容都保留着，可以下载，以后申报时可以复制。')).toBeVisible();
  await expect(page.getByRole('timer').first()).toHaveText('已截止');
  await page.getByLabel('项目概述').fill('截止以后写下的概述');
  await saved(page);
  await look(page, 'applicant-time-over');
  const before = asked;
  await page.goto(`/desk/my-applications/${id}/preview`);
  await expect(page.getByText(/征集已截止，这份草稿没有提交/)).toBeVisible();
  expect(asked).toBeGreaterThan(before);
});

test('whoever comes to begin again finds her draft, reads what judges score, and the preview says first what is missing, by section', async ({ visitor }) => {
  const { page, context } = await visitor();
  const { id } = await anApplicantWithDraft(page, (await visitor()).context);
  const { callId } = await (await context.request.get(`/api/applications/${id}`)).json();
  await page.goto(`/desk/my-applications/start?call=${callId}`);
  await expect(page.getByText('贵单位在这个公告中已有申报：')).toBeVisible();
  await look(page, 'applicant-begun-already');
  await page.getByRole('link', { name: '（未命名项目）' }).click();
  await page.getByRole('button', { name: '继续填写' }).click();
  await page.getByText('评委看什么').click();
  await expect(page.getByText('服务对象精准性（25 分）')).toBeVisible();
  await look(page, 'applicant-what-is-scored');
  await page.getByRole('button', { name: '预览并提交' }).click();
  await expect(page.getByRole('heading', { name: /^还有 \d+ 处需要填写或更正/ })).toBeVisible();
  const scheme = page.locator('#to-mend').getByRole('listitem').filter({ hasText: '申报信息' });
  await expect(scheme).toContainText('5 项必填没有填');
  await look(page, 'applicant-preview-missing');
  await scheme.getByRole('link', { name: '申请资助金额' }).click();
  await expect(page.getByRole('heading', { name: '申报信息', level: 2 })).toBeVisible();
  await expect(page.locator('#q-requested')).toContainText('此项必填');
  await page.goto('/desk/my-applications/start?call=00000000-0000-7000-8000-000000000000');
  await expect(page.getByText('您要申报的公告目前不接受申报（还没有开始，或已经截止）。')).toBeVisible();
});
