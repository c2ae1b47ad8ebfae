import { judgeStage } from '../../judge.mjs';
import { check, confirm, decide } from '../../play.mjs';
import { HOUR, stageOf } from '../../stage.mjs';
import { together } from '../../together.mjs';
import { allHandIn, closed, opened } from '../applying.mjs';
import { addDays, at } from '../dates.mjs';
import { RUNNING } from '../proposals/running.mjs';
import { contractOf, contracts } from './running-contracts.mjs';
import { reports } from './running-reports.mjs';
import { tranches } from './running-tranches.mjs';

/** A round whose projects run: contracts, tranches and reports in every state they can have. */
export async function* runningRound(round, { today, waits }) {
  yield* awarded(round, today);
  round.by = (...states) => round.projects.filter(({ state }) => states.length === 0 || states.includes(state));
  yield* contracts(round, { today, waits });
  yield* tranches(round, { today, waits });
  yield at(addDays(today, -3), '10:10');
  await contractOf(round, round.by('contract-issued')[0], waits);
  yield* reports(round, { today, waits });
}

async function* awarded(round, today) {
  yield* opened(round);
  yield at(addDays(today, -105), '10:20');
  await allHandIn(round, RUNNING);
  yield* closed(round);
  yield Date.parse(stageOf(round, 'screening').opensAt) + HOUR;
  await together(round.applications, (application) => check(round, application));
  for (const stage of round.rulebook.scoring.stages) {
    yield Date.parse(round.rulebook.stages.find(({ key }) => key === stage.stage).opensAt) + HOUR;
    await judgeStage(round, stage);
  }
  yield Date.parse(stageOf(round, 'approval').opensAt) + HOUR;
  await decide(round);
  yield Date.parse(stageOf(round, 'publicity').opensAt) + HOUR;
  round.notice = await round.officer.post(`/calls/${round.call.id}/awards/notice`);
  yield Date.parse(at(addDays(round.notice.lastDay, 1), '09:10'));
  await confirm(round);
  for (const project of round.projects) Object.assign(project, stateOf(round, project));
}

/** How far the project is to come, and who speaks for it. */
function stateOf({ applications }, { organisationId }) {
  const { person, proposal } = applications.find(({ organisation }) => organisation.id === organisationId);
  return { person, proposal, state: proposal.state };
}
