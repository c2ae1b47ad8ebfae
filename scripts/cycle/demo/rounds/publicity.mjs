import { judgeStage } from '../../judge.mjs';
import { check, decide } from '../../play.mjs';
import { stageOf } from '../../stage.mjs';
import { together } from '../../together.mjs';
import { allHandIn, closed, opened } from '../applying.mjs';
import { addDays, at, dayOf, yearOf } from '../dates.mjs';
import { PUBLICITY } from '../proposals/publicity.mjs';

const OBJECTION =
  '公示名单中“荷乡女童成长伙伴”项目与本人所在社区去年由另一单位实施的“女童伙伴信箱”内容高度相似，服务村庄有两个重合，担心重复资助。请核对两个项目的服务名单和经费来源，并说明如何避免同一批儿童被重复计入服务人数。';

/** A list on public notice, with reserves and one objection that nobody has judged yet. */
export async function* publicityRound(round, { today, waits }) {
  yield* opened(round);
  yield at(addDays(today, -30), '10:20');
  const federations = await round.members.federations(yearOf(dayOf(round.rulebook.deadline.at)));
  await allHandIn(round, PUBLICITY, ({ federation }) => ({ partners: [federations.get(federation)] }));
  yield* closed(round);
  yield Date.parse(stageOf(round, 'screening').opensAt) + 3_600_000;
  await together(round.applications, (application) => check(round, application));
  yield Date.parse(stageOf(round, 'written_review').opensAt) + 3_600_000;
  await judgeStage(round, round.rulebook.scoring.stages[0]);
  yield Date.parse(stageOf(round, 'approval').opensAt) + 3_600_000;
  await decide(round);
  yield Date.parse(stageOf(round, 'publicity').opensAt) + 1_800_000;
  round.notice = await round.officer.post(`/calls/${round.call.id}/awards/notice`);
  yield at(addDays(today, -1), '15:20');
  await object(round);
  waits.note(round.officer, round, '一条待处理的异议 an objection to judge');
  for (const { person } of round.applications) waits.note(person, round, '结果公示中 the result is on public notice');
}

async function object(round) {
  const { id } = round.applications.find(({ proposal }) => proposal.contested);
  await round.cast.browser().post(`/public/notices/${round.call.id}/objections`, { text: OBJECTION, applicationId: id, anonymous: false, name: '唐秀兰', contact: '13705250612' });
}
