import { judgeStage } from '../../judge.mjs';
import { check, decide } from '../../play.mjs';
import { HOUR, stageOf } from '../../stage.mjs';
import { together } from '../../together.mjs';
import { allHandIn, closed, opened } from '../applying.mjs';
import { addDays, at, dayOf } from '../dates.mjs';

/**
 * A round from its call to its public notice, each act on the day that its rules give it.
 * @param handedInOn the day after the call opens, where no other is named
 */
export async function* toNotice(round, proposals, handedInOn) {
  yield* opened(round);
  yield at(handedInOn ?? addDays(dayOf(stageOf(round, 'application').opensAt), 1), '10:20');
  await allHandIn(round, proposals);
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
}
