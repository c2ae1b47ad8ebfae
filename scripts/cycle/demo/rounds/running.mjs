import { confirm } from '../../play.mjs';
import { addDays, at } from '../dates.mjs';
import { RUNNING } from '../proposals/running.mjs';
import { contractOf, contracts } from './running-contracts.mjs';
import { reports } from './running-reports.mjs';
import { tranches } from './running-tranches.mjs';
import { toNotice } from './to-award.mjs';

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
  yield* toNotice(round, RUNNING, addDays(today, -105));
  yield Date.parse(at(addDays(round.notice.lastDay, 1), '09:10'));
  await confirm(round);
  for (const project of round.projects) Object.assign(project, stateOf(round, project));
}

/** How far the project is to come, and who speaks for it. */
function stateOf({ applications }, { organisationId }) {
  const { person, proposal } = applications.find(({ organisation }) => organisation.id === organisationId);
  return { person, proposal, state: proposal.state };
}
