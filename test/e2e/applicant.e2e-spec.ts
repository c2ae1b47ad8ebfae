import type { BrowserContext, Page } from '@playwright/test';
import { expect, look, test } from './support/index.js';
import { aStranger, certificate, linkInLetter, PASSWORD } from './support/applicants.js';
import { thinkAgain } from './support/think-again.js';

type Stranger = ReturnType<typeof aStranger>;

test('a visitor reads an open call, registers, applies, amends, and holds a receipt that anybody can check', async ({ visitor }) => {
  test.setTimeout(300_000);
  const stranger = aStranger();
  const { page, context } = await visitor();
  const administrator = (await visitor()).context;
  await readTheCall(page);
  await register(page, administrator, stranger);
  await enterOrganisation(page, stranger);
  await begin(page);
  await fillPlainSections(page);
  const reopened = await killAndReopen(page, context);
  await fillProposal(reopened);
  await fillBudget(reopened);
  await attach(reopened);
  const number = await submit(reopened);
  await amend(reopened, number);
  await thinkAgain(reopened, number);
});

async function readTheCall(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: '正在征集' })).toBeVisible();
  await look(page, 'applicant-front');
  await page.locator('.call-entry h3 a').filter({ hasText: '演示' }).first().click();
  await expect(page.getByRole('heading', { name: '怎样评分' })).toBeVisible();
  await expect(page.getByText('还有', { exact: false }).first()).toBeVisible();
  await look(page, 'applicant-call');
  await page.getByRole('link', { name: '查看并打印全部问题' }).first().click();
  await expect(page.getByText('仅当“是否直接服务未成年人”为“是”时填写')).toBeVisible();
  await look(page, 'applicant-questions');
  await page.getByRole('link', { name: '返回公告' }).click();
}

async function register(page: Page, administrator: BrowserContext, { name, email }: Stranger): Promise<void> {
  await page.getByRole('link', { name: '注册并开始申报' }).click();
  await page.getByRole('button', { name: '注册并发送确认信' }).click();
  await expect(page.getByText('请填写姓名。')).toBeVisible();
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await look(page, 'applicant-register');
  await page.getByRole('button', { name: '注册并发送确认信' }).click();
  await expect(page.getByRole('heading', { name: '请查收邮件' })).toBeVisible();
  await page.goto(await linkInLetter(administrator, email));
  await page.getByRole('button', { name: '确认邮箱，完成注册' }).click();
  await expect(page.getByRole('heading', { name: '邮箱已确认' })).toBeVisible();
  await page.getByRole('link', { name: '去登录' }).click();
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  // She is back where she wanted to go: at the beginning of an application in that call.
  await expect(page.getByRole('heading', { name: '开始申报' })).toBeVisible();
}

async function enterOrganisation(page: Page, { organisation, creditCode }: Stranger): Promise<void> {
  await page.getByRole('link', { name: '登记机构' }).click();
  await page.getByRole('button', { name: '保存并登记机构' }).click();
  await expect(page.getByText('请填写“机构全称”。')).toBeVisible();
  await page.getByLabel('机构全称').fill(organisation);
  await page.getByLabel('机构类型').selectOption('social_service_institution');
  await page.getByLabel('统一社会信用代码').fill(creditCode);
  await expect(page.getByText('代码格式和校验位正确')).toBeVisible();
  await expect(page.getByRole('group', { name: '登记地' }).getByLabel('区、县')).toHaveValue('321002');
  await page.getByLabel('所在地妇联').selectOption({ index: 2 });
  await page.getByLabel('登记层级').selectOption('district');
  await page.getByLabel('登记管理机关').fill('扬州市广陵区民政局');
  await page.getByLabel('登记日期').fill('2016-05-04');
  await page.getByLabel('法定代表人（负责人）').fill('沈月华');
  await page.getByLabel('地址', { exact: true }).fill('扬州市广陵区东关街 1 号');
  await page.getByLabel('业务范围').fill('妇女、儿童和家庭社会工作服务');
  await page.getByLabel('机构简介').fill('扎根东关街的家庭服务机构，近三年为八百余户家庭提供陪伴。');
  await page.getByLabel('2025 年度年检结论').selectOption('passed');
  await page.getByLabel('2024 年度年检结论').selectOption('passed');
  await page.getByLabel('专职工作人员数').fill('6');
  await page.getByLabel('持证社工数').fill('3');
  await look(page, 'applicant-organisation');
  await page.getByRole('button', { name: '保存并登记机构' }).click();
  await expect(page.getByRole('heading', { name: '开始申报' })).toBeVisible();
}

async function begin(page: Page): Promise<void> {
  await expect(page.getByRole('radio').first()).toBeVisible();
  await look(page, 'applicant-start');
  await page.getByRole('button', { name: '开始填写申报书' }).click();
  await expect(page.getByRole('navigation', { name: '申报书各部分' })).toBeVisible();
}

const toSection = async (page: Page, name: string) => {
  await page.getByRole('navigation', { name: '申报书各部分' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
};
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^已保存 \d\d:\d\d:\d\d$/ })).toBeVisible();
const option = (page: Page, question: string, name: string) => page.getByRole('group', { name: question }).getByLabel(name, { exact: true });

async function fillPlainSections(page: Page): Promise<void> {
  await expect(page.getByLabel('统一社会信用代码')).not.toHaveValue('');
  await option(page, '最近一次年检', '合格').check();
  await option(page, '社会组织评估等级', '未评估').check();
  await saved(page);
  await page.getByRole('button', { name: '下一部分：申报信息' }).click();
  await page.getByLabel('项目名称').fill('东关街单亲妈妈互助小屋');
  await option(page, '申报类别', '困难帮扶').check();
  await page.getByLabel('申请资助金额').fill('100,000');
  await expect(page.getByText('¥100,000.00')).toBeVisible();
  await page.getByLabel('项目开始日期').fill('2027-02-08');
  await page.getByLabel('项目结束日期').fill('2027-12-05');
  await page.getByRole('button', { name: '下一部分：负责人与团队' }).click();
  await page.getByLabel('项目负责人').fill('沈月华');
  await page.getByLabel('手机').fill('13800000000');
  await page.getByLabel('电子邮箱').fill('yuehua@example.org');
  await paste(page, page.getByLabel('第 1 行 姓名'), '沈月华\t项目负责人\t本科\t社会工作师\t13800000000\t是\n陆晓雯\t项目社工\t本科\t助理社会工作师\t13800000001\t是');
  await expect(page.getByLabel('第 2 行 姓名')).toHaveValue('陆晓雯');
  await saved(page);
  await look(page, 'applicant-form');
}

async function paste(page: Page, cell: ReturnType<Page['getByLabel']>, text: string): Promise<void> {
  await cell.focus();
  await cell.evaluate((field, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** The network is gone and the browser dies in the middle of a sentence: what was typed is on the device alone, and comes back. */
async function killAndReopen(page: Page, context: BrowserContext): Promise<Page> {
  await toSection(page, '项目方案');
  const summary = page.getByLabel('项目概述');
  await context.setOffline(true);
  await summary.pressSequentially('为东关街道的单亲妈妈开设互助小屋，每周六开放，');
  await expect(page.getByText('未保存 · 网络不通。内容已保留在本机，联网后自动保存')).toBeVisible();
  await summary.pressSequentially('由社工值守');
  await page.waitForTimeout(400);
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto('/desk');
  await expect(again.getByText(/草稿，还有 \d+ 处待填或更正/)).toBeVisible();
  await look(again, 'applicant-home');
  await again.getByRole('link', { name: '继续填写' }).click();
  await toSection(again, '项目方案');
  await expect(again.getByText('已恢复上次没有来得及保存的内容。')).toBeVisible();
  await expect(again.getByLabel('项目概述')).toHaveValue('为东关街道的单亲妈妈开设互助小屋，每周六开放，由社工值守');
  await saved(again);
  return again;
}

async function fillProposal(page: Page): Promise<void> {
  await page.getByLabel('项目概述').fill('为东关街道的单亲妈妈开设互助小屋，每周六开放，由社工和志愿者共同值守。');
  await page.getByLabel('需求分析').fill('入户走访一百二十户，六成单亲妈妈希望有人分担周末照料。');
  await page.getByLabel('项目目标').fill('全年开放四十场，六十位妈妈形成互助小组。');
  await paste(page, page.getByLabel('第 1 行 活动'), '互助小屋开放日\t2027-03-06\t40\t480');
  await page.getByLabel('预期成效').fill('妈妈们的周末照料压力明显减轻，互助小组能够自行运转。');
  await page.getByLabel('风险预估与应对').fill('遇到恶劣天气改为线上开放。');
  await page.getByLabel('创新与可持续性').fill('由受助者成长为助人者，社区提供场地。');
  await page.getByLabel('直接受益人数').fill('60');
  await page.getByRole('textbox', { name: '服务人次', exact: true }).fill('480');
  await page.getByLabel('实施地点').fill('扬州市广陵区东关街道琼花观社区');
  await expect(page.getByLabel('未成年人保护与从业查询安排')).toHaveCount(0);
  await option(page, '是否直接服务未成年人', '是').check();
  await page.getByLabel('未成年人保护与从业查询安排').fill('全部人员完成从业查询，活动两名成人在场。');
  await saved(page);
  await expect(page.getByRole('link', { name: /项目方案/ }).getByText('已填好')).toBeVisible();
  await look(page, 'applicant-proposal');
}

/** One line breaks a rule of the call; its own words stand at the line until it is mended. */
async function fillBudget(page: Page): Promise<void> {
  await toSection(page, '项目预算');
  await page.getByLabel('项目总预算').fill('100000');
  await paste(page, page.getByLabel('第 1 行 支出类别'), [
    '支出类别\t内容\t单价\t单位\t数量\t天数\t人员级别\t资金来源\t计算依据\t小计',
    '活动费用\t开放日物料与点心\t1000\t场\t40\t\t\t申报资金\t每场约十二位妈妈，物料点心各半',
    '专家费\t心理咨询师授课\t600\t人天\t20\t\t其他\t申报资金\t二十次，每次半天按一天计',
    '劳务与志愿者补贴\t社工带组\t300\t人次\t160\t\t\t申报资金\t四名社工各四十场',
  ].join('\n'));
  await expect(page.getByText('其他专业人员，每人每天不超过 300 元')).toBeVisible();
  // The line of headings is no line of the budget, and what is none of the costs is not lost unsaid.
  await expect(page.getByLabel('第 3 行 内容')).toHaveValue('社工带组');
  await expect(page.getByLabel('第 4 行 内容')).toHaveCount(0);
  await expect(page.getByText('没有“活动费用”这一项，请选择')).toBeVisible();
  await look(page, 'applicant-budget-refused');
  await page.getByLabel('第 1 行 支出类别').selectOption({ label: '活动费' });
  await page.getByLabel('第 2 行 单价（元）').fill('300');
  await page.getByLabel('第 2 行 数量').fill('40');
  await expect(page.getByText('其他专业人员，每人每天不超过 300 元')).toHaveCount(0);
  await expect(page.locator('tfoot').getByText('¥100,000.00')).toBeVisible();
  await saved(page);
  await look(page, 'applicant-budget');
}

async function attach(page: Page): Promise<void> {
  await toSection(page, '附件');
  for (const name of ['登记证书', '年检（年报）结论证明', '信用查询结果', '银行账户证明']) {
    await page.getByLabel(name, { exact: true }).setInputFiles(certificate(`${name}.pdf`));
    await expect(page.getByRole('link', { name: `${name}.pdf` })).toBeVisible();
  }
  await page.getByLabel('登记证书', { exact: true }).setInputFiles({ name: '照片.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a') });
  await expect(page.getByText('“照片.gif”不是可接受的文件类型')).toBeVisible();
  await page.getByLabel('信用查询结果', { exact: true }).setInputFiles({ name: '改了后缀.pdf', mimeType: 'application/pdf', buffer: Buffer.from('这不是 PDF') });
  await expect(page.getByText(/文件的内容不是 PDF、JPG、PNG/)).toBeVisible();
  await expect(page.getByText('有 1 个文件没有上传成功，请到“附件”重试或移除')).toBeVisible();
  await page.getByRole('button', { name: /改了后缀\.pdf/ }).click();
  await saved(page);
  await look(page, 'applicant-files');
}

async function submit(page: Page): Promise<string> {
  await page.getByRole('button', { name: '预览并提交' }).click();
  await expect(page.getByText('以下就是将要提交的内容，一字不差。')).toBeVisible();
  await expect(page.getByRole('button', { name: '提交申报' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByLabel('我已阅读并代表本单位确认以上承诺').check();
  await look(page, 'applicant-preview');
  await page.getByRole('button', { name: '提交申报' }).click();
  await expect(page.getByText('平台已收到这份申报。请保存或打印本页。')).toBeVisible();
  const number = await page.locator('.receipt-sheet .big').innerText();
  expect(number).toMatch(/-\d{4}$/);
  await expect(page.locator('.receipt-sheet code')).toHaveText(/^[0-9a-f]{64}$/);
  await expect(page.getByText('心理咨询师授课')).toBeVisible();
  await look(page, 'applicant-receipt');
  const hash = await page.locator('.receipt-sheet code').innerText();
  expect((await page.request.get(`/api/public/receipts/${hash}`)).ok()).toBe(true);
  return number;
}

async function amend(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: '返回申报' }).click();
  await expect(page.getByText('已收到。截止前可以修改后重新提交')).toBeVisible();
  await look(page, 'applicant-submitted');
  await page.getByRole('button', { name: '修改已提交的申报' }).click();
  await page.getByRole('alert').getByRole('button', { name: '修改已提交的申报' }).click();
  await toSection(page, '申报信息');
  await page.getByLabel('项目名称').fill('东关街单亲妈妈周末互助小屋');
  await saved(page);
  await page.getByRole('button', { name: '预览并提交' }).click();
  await page.getByLabel('我已阅读并代表本单位确认以上承诺').check();
  await page.getByRole('button', { name: '提交申报' }).click();
  await expect(page.locator('.receipt-sheet .big')).toHaveText(number);
  await expect(page.getByText('第 2 次提交')).toBeVisible();
  await expect(page.locator('.receipt-sheet').getByText('东关街单亲妈妈周末互助小屋')).toBeVisible();
}
