import type { BrowserContext, Locator, Page } from '@playwright/test';
import { Api } from './support/api.js';
import { expect, look, test } from './support/index.js';
import { secondOfficer, writtenStage } from './support/two-people.js';

const JUDGE = 'expert-4@example.org';

interface Task {
  readonly seatId: string;
  readonly applicationId: string;
}

interface Check {
  readonly findings: readonly { name: string; applicationId: string; pin: object | null }[];
}

interface Progress {
  readonly judges: readonly { id: string; accountId: string }[];
  readonly applications: readonly { applicationId: string; projectName: string; organisationName: string }[];
}

test('what the platform finds once judging has begun keeps a judge out only when an officer says so, and may be cleared by two', async ({ as, visitor }) => {
  const { page: officer, context } = await as('officer');
  const { page: judge, context: judging, person } = await as(JUDGE, { phone: true });
  const { callId, stageKey } = await writtenStage(context);
  const check = await new Api(context).get<Check>(`/calls/${callId}/scoring/${stageKey}/conflict-check`);
  const decided = check.findings.filter(({ name, pin }) => name === person.name && pin !== null).map(({ applicationId }) => applicationId);
  const [kept, cleared] = await judgedBy(judging, { callId, stageKey, decided });
  const { judges, applications } = await new Api(context).get<Progress>(`/calls/${callId}/scoring/${stageKey}`);
  const accountId = judges.find(({ id }) => id === kept!.seatId)!.accountId;
  const of = (task: Task) => applications.find(({ applicationId }) => applicationId === task.applicationId)!;
  const sheet = ({ seatId, applicationId }: Task) => `/judge/sheets/${seatId}/${applicationId}`;

  await test.step('two ties come to light: she reads both applications as before', async () => {
    for (const task of [kept!, cleared!]) await new Api(context).post(`/experts/${accountId}/ties`, { kind: 'mentor', organisationName: of(task).organisationName, since: '2025-03-01' });
    for (const task of [kept!, cleared!]) {
      await judge.goto(sheet(task));
      await expect(judge.getByText('申请资助', { exact: true })).toBeVisible();
    }
  });

  await officer.goto(`/desk/scoring/${callId}/${stageKey}?tab=conflicts`);
  const first = findingOf(officer, person.name, of(kept!).projectName);
  const other = findingOf(officer, person.name, of(cleared!).projectName);

  await test.step('the officer sees each with its way and its day, and that she judges it still', async () => {
    for (const finding of [first, other]) {
      await expect(finding.getByText('尚未回避，仍可评审')).toBeVisible();
      await expect(finding.locator('.station')).toHaveCount(2);
      await expect(finding.locator('.link')).toHaveText('辅导 2025-03-01');
    }
    await look(officer, 'conflicts-found');
  });

  await test.step('she must step aside: at once the application is gone from her phone', async () => {
    await first.getByRole('button', { name: '认定须回避' }).click();
    await giveReason(officer, '认定须回避', '2025 年起辅导该单位，已向本人核实');
    await expect(first.getByText('已回避', { exact: true })).toBeVisible();
    await expect(first.getByRole('button', { name: '认定须回避' })).toHaveCount(0);
    await judge.goto(sheet(kept!));
    await expect(judge.getByText('工作人员认定您须回避这个项目')).toBeVisible();
    await expect(judge.getByText('申请资助', { exact: true })).toHaveCount(0);
    await look(judge, 'conflicts-kept-out');
  });

  await test.step('it is proposed to be cleared: she reads on, and the proposer cannot confirm it', async () => {
    await other.getByRole('button', { name: '提请排除' }).click();
    await giveReason(officer, '提请排除', '同名单位，辅导的是另一家');
    await expect(other.getByText('等另一位工作人员确认')).toBeVisible();
    await expect(other.getByRole('button', { name: '确认排除' })).toHaveCount(0);
    await look(officer, 'conflicts-proposed');
  });

  await test.step('a second officer agrees, and she keeps it', async () => {
    const { page: second, context: their } = await visitor();
    const name = await secondOfficer(their, async () => (await as('administrator')).context);
    await second.goto(`/desk/scoring/${callId}/${stageKey}?tab=conflicts`);
    const theirs = findingOf(second, person.name, of(cleared!).projectName);
    await theirs.getByRole('button', { name: '确认排除' }).click();
    await expect(theirs.getByText('已排除', { exact: true })).toBeVisible();
    await expect(theirs.getByText(`${name} 已确认`)).toBeVisible();
    await look(second, 'conflicts-cleared');
    await judge.goto(sheet(cleared!));
    await expect(judge.getByText('申请资助', { exact: true })).toBeVisible();
  });
});

const findingOf = (page: Page, judge: string, project: string): Locator => page.locator('.conflict-check li', { hasText: `${judge} ↔ ${project}` });

async function giveReason(page: Page, ok: string, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('原因').fill(reason);
  await dialog.getByRole('button', { name: ok }).click();
  await expect(dialog).toHaveCount(0);
}

/** Two applications of the stage of which nothing is decided yet, that she has declared no conflict with and reads. */
async function judgedBy(context: BrowserContext, { callId, stageKey, decided }: { readonly callId: string; readonly stageKey: string; readonly decided: readonly string[] }): Promise<Task[]> {
  const api = new Api(context);
  const queue = await api.get<{ callId: string; stageKey: string; tasks: (Task & { conflict: string | null })[] }[]>('/judging/queue');
  const tasks = queue.find((panel) => panel.callId === callId && panel.stageKey === stageKey)!.tasks.filter(({ applicationId, conflict }) => conflict !== 'has' && !decided.includes(applicationId)).slice(0, 2);
  for (const { seatId, applicationId, conflict } of tasks) if (conflict !== 'none') await api.post(`/judging/${seatId}/${applicationId}/conflict`, { verdict: 'none' });
  return tasks;
}
