import { inBoards } from '../support/calls/in-boards.js';
import type { Rulebook } from '../../web/src/api/generated/types.gen.js';
import { dayFromNow } from './support/a-screening.js';
import { Api } from './support/api.js';
import { expect, look, test } from './support/index.js';

test('a contest of boards: its officer and its visitors read each board with its own money and its own end', async ({ as, visitor }) => {
  const { page, context } = await as('officer');
  const id = await aContest(new Api(context));
  await page.goto(`/desk/calls/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('¥300,000.00')).toBeVisible();
  await expect(page.getByText('立项 6 个')).toBeVisible();
  await expect(page.getByText(/^立项 4 个 · 截止 \d{4}-\d\d-\d\d 17:00$/)).toBeVisible();
  await expect(page.getByRole('link', { name: /书面评审.*妇女板块评委/ })).toBeVisible();
  await look(page, 'boards-officer');
  const guest = await visitor();
  await guest.page.goto(`/calls/${id}`);
  const board = (name: string) => guest.page.locator('.boards > li').filter({ hasText: name });
  await expect(board('儿童板块')).toContainText('300,000');
  await expect(board('妇女板块')).toContainText('200,000');
  await expect(board('妇女板块')).toContainText('市妇联');
});

/** It opens in five days, so that no other journey applies in it. */
async function aContest(officer: Api): Promise<string> {
  const { items: programmes } = await officer.get<{ items: { id: string; nodePath: string }[] }>('/programmes');
  const programme = programmes.find(({ nodePath }) => nodePath === 'js.yz.')!;
  const draft = await officer.post<{ id: string; version: number; rulebook: Rulebook }>('/calls', { programmeId: programme.id, template: 'yangzhou-2021', opensOn: dayFromNow(5) });
  const rulebook = inBoards({ ...draft.rulebook, title: { zh: `两个板块的演练 ${new Date().toISOString().slice(11, 19)}`, en: 'Rehearsal of two boards' } } as never);
  await officer.put(`/calls/${draft.id}/rulebook`, { rulebook, version: draft.version });
  await officer.post(`/calls/${draft.id}/moves`, { move: 'publish' });
  return draft.id;
}
