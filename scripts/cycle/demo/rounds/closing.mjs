import { contract, dueInstant, oneTranche, report } from '../../carry-out.mjs';
import { confirm } from '../../play.mjs';
import { HOUR, stageOf } from '../../stage.mjs';
import { addDays, at } from '../dates.mjs';
import { CLOSING } from '../proposals/closing.mjs';
import { toNotice } from './to-award.mjs';

/** Those that are due by now. */
async function monthlyTables(round) {
  for (const project of round.projects) {
    const plan = await round.officer.get(`/projects/${project.id}/milestones`);
    const due = plan.filter(({ key, status, dueOn }) => key === 'monthly' && status !== 'accepted' && Date.parse(dueOn) <= round.clockAt);
    for (let left = due.length; left > 0; left -= 1) await report(round, project, 'monthly');
  }
}

/** A round at its end: the project is carried out, evaluated and paid; its accounts are to be closed and the round to be archived. */
export async function* closingRound(round, { waits }) {
  yield* toNotice(round, CLOSING);
  yield Date.parse(at(addDays(round.notice.lastDay, 1), '09:10'));
  await confirm(round);
  yield Date.parse(stageOf(round, 'implementation').opensAt) + 9 * HOUR;
  await contract(round);
  round.payments = [];
  for (const tranche of round.rulebook.tranches.tranches) {
    yield dueInstant(round, tranche);
    await monthlyTables(round);
    await oneTranche(round, tranche);
  }
  waits.note(round.approver, round, '待结算的项目 a project to settle');
  waits.note(round.officer, round, '待归档的批次 a round to archive');
}
