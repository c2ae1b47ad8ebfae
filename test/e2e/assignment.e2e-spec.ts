import { Api } from './support/api.js';
import { expect, look, test } from './support/index.js';

interface Round {
  readonly callId: string;
  readonly number: string;
}
interface Standing {
  readonly judges: readonly { readonly seatId: string; readonly name: string; readonly alias: string }[];
  readonly rows: readonly { readonly number: string; readonly projectName: string; readonly experts: readonly { readonly seatId: string }[] }[];
}

test('an officer tries an assignment out, mends a file line by line, adjusts by hand, and commits what she saw', async ({ as }) => {
  const { page, context } = await as('officer');
  const officer = new Api(context);
  // A round whose written review has not begun: no judge of another journey is at work in it.
  const { callId } = (await officer.get<Round[]>('/scoring-rounds')).find(({ number }) => number.startsWith('HJJM'))!;
  const pool = (await officer.get<{ id: string; roles: string[]; barred: boolean }[]>(`/calls/${callId}/judge-pool`)).filter(({ roles, barred }) => roles.includes('expert') && !barred);
  for (const { id } of pool.slice(0, 4)) await officer.post(`/calls/${callId}/panels/written/experts/seats`, { accountId: id });
  const standing = () => officer.get<Standing>(`/calls/${callId}/assignments/written/experts`);
  const [{ number, projectName }] = (await standing()).rows as [Standing['rows'][number]];
  const row = page.locator('.assignment-table tbody tr').filter({ hasText: number });

  await test.step('a dry run shows who would review what and why, and writes nothing', async () => {
    await page.goto(`/desk/scoring/${callId}/written?tab=assignment`);
    await page.getByLabel('每份申报几位专家').fill('2');
    await page.getByRole('button', { name: '试排' }).click();
    await expect(page.getByText('试排结果，尚未写入')).toBeVisible();
    await expect(row.getByRole('listitem').first()).toContainText(/专长/);
    await look(page, 'assignment-trial');
    expect(await standing()).toMatchObject({ kind: 'none', committedAt: null });
    await page.getByRole('button', { name: '放弃试排结果' }).click();
  });

  await test.step('a file is refused line by line, and written once no line is at fault', async () => {
    const [one] = (await standing()).judges as [Standing['judges'][number]];
    await page.getByRole('button', { name: '按文件分配' }).click();
    const dialog = page.getByRole('dialog');
    const table = dialog.getByLabel('表格内容');
    await table.fill(['申报编号,评委,安排,理由', `${number},${one.alias},安排,熟悉产后服务`, `${number},无此评委,安排,`, `没有的编号,${one.alias},安排,`].join('\n'));
    await dialog.getByRole('button', { name: '核对' }).click();
    await expect(dialog.getByText('第 3 行')).toBeVisible();
    await expect(dialog.getByText('本环节没有编号为“没有的编号”的申报')).toBeVisible();
    await look(page, 'assignment-file');
    await table.fill(['申报编号,评委,安排,理由', `${number},${one.alias},安排,熟悉产后服务`].join('\n'));
    await dialog.getByRole('button', { name: '核对' }).click();
    await dialog.getByRole('button', { name: '写入 1 行' }).click();
    await expect(dialog.getByText('已写入 1 行')).toBeVisible();
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await expect(page.getByText('人工调整 1 条')).toBeVisible();
  });

  await test.step('what is committed is what was seen, with the line of the file in it', async () => {
    await page.getByRole('button', { name: '试排' }).click();
    await expect(row.getByText('人工固定')).toBeVisible();
    await page.getByRole('button', { name: '写入分配方案' }).click();
    await expect(page.getByText('现行分配方案')).toBeVisible();
    expect(await standing()).toMatchObject({ kind: 'standing', settings: { perApplication: 2 } });
  });

  await test.step('a pair that is ruled out by hand stays out when it is run again', async () => {
    const { judges, rows } = await standing();
    const out = rows.find((one) => one.number === number)!.experts.map(({ seatId }) => judges.find((judge) => judge.seatId === seatId)!).at(-1)!;
    await page.getByRole('button', { name: `调整 ${projectName}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('评委', { exact: true }).selectOption(out.seatId);
    await dialog.getByLabel('不由这位评委评审').check();
    await dialog.getByLabel('理由').fill('近期同时承担其他批次评审');
    await dialog.getByRole('button', { name: '保存调整' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('人工调整 2 条')).toBeVisible();
    await page.getByRole('button', { name: '试排' }).click();
    await expect(page.getByText('试排结果，尚未写入')).toBeVisible();
    await expect(row).not.toContainText(out.name);
    await page.getByRole('button', { name: '写入分配方案' }).click();
    await expect(page.getByText('现行分配方案')).toBeVisible();
    await look(page, 'assignment-standing');
  });
});
