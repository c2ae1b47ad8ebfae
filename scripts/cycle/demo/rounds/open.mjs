import { handIn } from '../../apply.mjs';
import { addDays, at } from '../dates.mjs';
import { opened, write } from '../applying.mjs';
import { OPEN } from '../proposals/open.mjs';

/** A call that takes applications: some handed in, one of them returned for a correction, one complete and one half filled in. */
export async function* openRound(round, { today, waits }) {
  yield* opened(round);
  for (const [place, facts] of OPEN.filter(({ day }) => day !== undefined).entries()) {
    yield at(addDays(today, facts.day), '10:20');
    const application = await write(round, facts, place);
    await handIn(application);
    round.applications.push(application);
  }
  yield at(addDays(today, -1), '14:05');
  await returnOne(round, { today, waits });
  yield at(addDays(today, -1), '19:30');
  await leaveDrafts(round, waits);
}

async function returnOne(round, { today, waits }) {
  const application = round.applications.find(({ proposal }) => proposal.correction);
  const { correction } = application.proposal;
  await round.screener.post(`/applications/${application.id}/screening`, { move: 'return', ...correction, dueAt: at(addDays(today, 5), '17:30') });
  waits.note(application.person, round, '补正被退回的申报 correct a returned application');
}

async function leaveDrafts(round, waits) {
  const complete = OPEN.find(({ state }) => state === 'complete');
  const { person } = await write(round, complete, 5);
  waits.note(person, round, '填写完整、尚未提交的申报 a complete application that is not submitted');
  const half = await write(round, OPEN.find(({ state }) => state === 'half'), 6);
  await emptyOut(half);
  waits.note(half.person, round, '只填了一半的申报 a half-filled application');
}

/** She has come as far as the proposal's first questions; money and attachments are still to be done. */
async function emptyOut({ id, person }) {
  const { answers, version } = await person.get(`/applications/${id}`);
  const { summary, place, needs } = answers.proposal;
  const kept = { ...answers, proposal: { summary, place, needs: needs.slice(0, 90) }, money: {}, attachments: {} };
  await person.put(`/applications/${id}/answers`, { answers: kept, version });
}
