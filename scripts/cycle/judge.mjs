import { HOUR, setClock } from './stage.mjs';
import { together } from './together.mjs';

/** Every stage of the score tree in its order: panel, sheets or roadshow, sealing. */
export async function judge(round) {
  for (const stage of round.rulebook.scoring.stages) {
    await setClock(round, Date.parse(round.rulebook.stages.find(({ key }) => key === stage.stage).opensAt) + HOUR);
    await judgeStage(round, stage);
  }
}

export async function judgeStage(round, stage) {
  const { officer, call, rulebook, tell } = round;
  const seats = await seat(round, stage);
  const ids = await begin(round, stage);
  if (stage.stage === rulebook.roadshow?.stage) await present(round, seats);
  else await together(ids.flatMap((id) => seats.map((seated, at) => ({ id, seated, at }))), ({ id, seated, at }) => score(round, seated, id, at));
  const sealed = await officer.post(`/calls/${call.id}/scoring/${stage.key}/sealing`);
  round.rankings = [...(round.rankings ?? []), { title: stage.title.zh, results: sealed.manifest.results }];
  tell(`“${stage.title.zh}”封存，清单 ${sealed.hash.slice(0, 16)}… sealed`);
}

/** Seats the judges of the stage's kind on each of its blocs. */
export async function seat({ officer, call, rulebook, judges }, stage) {
  const role = stage.stage === rulebook.roadshow?.stage ? 'roadshow_judge' : 'expert';
  const seats = [];
  for (const bloc of stage.blocs) {
    const pool = judges.filter((one) => one.role === role).slice(0, bloc.panel.judges);
    for (const { browser } of pool) seats.push({ bloc, browser, ...(await officer.post(`/calls/${call.id}/panels/${stage.key}/${bloc.key}/seats`, { accountId: browser.id })) });
  }
  return seats;
}

/** @returns {Promise<string[]>} the applications that are judged in it */
export async function begin({ officer, call }, stage) {
  const { applications } = await officer.post(`/calls/${call.id}/scoring/${stage.key}/beginning`);
  return applications.map(({ applicationId }) => applicationId);
}

/** One judge declares, scores and hands in. */
export async function score(round, seated, applicationId, at) {
  const { browser, id: seatId } = seated;
  const place = `/judging/${seatId}/${applicationId}`;
  await browser.post(`${place}/conflict`, { verdict: 'none' });
  await browser.post(`${place}/submission`, { ...sheetOf(round, seated, applicationId, at), version: 0 });
}

/** What the judge writes down: near the project's quality, each judge a little different, with a reason to each criterion. */
export function sheetOf(round, { id: seatId, bloc }, applicationId, at) {
  const { proposal } = round.applications.find((one) => one.id === applicationId);
  const spread = ((at * 7 + seatId.charCodeAt(seatId.length - 1)) % 9) - 4;
  const percent = Math.max(5, Math.min(98, proposal.quality + spread));
  const entries = Object.fromEntries(bloc.criteria.map((criterion, place) => {
    const { key, max, step } = criterion;
    const points = String(Math.round((max * percent) / 100 / step) * step);
    return [key, { points, reason: reasonOf(round, criterion, proposal, at + place) }];
  }));
  return { entries, comment: round.commentOf?.(proposal, at) ?? '' };
}

const reasonOf = ({ reasonFor }, criterion, proposal, at) =>
  reasonFor?.(criterion, proposal, at) ?? '结合申报材料与答辩情况，该项符合评分标准中相应等级的描述。';

/** The roadshow: drawn order, each turn on the server's clock, scores open only while a project is on. */
async function present(round, seats) {
  const { officer, tell } = round;
  const sessions = await openHalls(round);
  round.sessions = sessions.length;
  for (const { sessionId, turns } of sessions) {
    for (const turn of turns) await takeTurn(round, seats, turn);
    await officer.post(`/roadshow-sessions/${sessionId}/close`);
  }
  tell(`路演 ${sessions.length} 场完成 roadshow over`);
}

/** @returns {Promise<{sessionId: string, turns: object[]}[]>} each with its drawn order, running */
export async function openHalls({ officer, call, rulebook }) {
  const halls = [];
  for (const { sessionId } of await officer.post(`/calls/${call.id}/roadshow`)) {
    await officer.post(`/roadshow-sessions/${sessionId}/order`, { seed: `${call.number} 开场前公布 ${rulebook.deadline.at}` });
    halls.push({ sessionId, ...(await officer.post(`/roadshow-sessions/${sessionId}/start`)) });
  }
  return halls;
}

async function takeTurn(round, seats, turn) {
  const { officer } = round;
  await officer.post(`/presentations/${turn.id}/sign-in`, { name: turn.organisationName.slice(0, 20), substitute: false });
  for (const move of ['present', 'question', 'score']) await officer.post(`/presentations/${turn.id}/moves`, { move });
  await together(seats, (seated, at) => score(round, seated, turn.applicationId, at));
  await officer.post(`/presentations/${turn.id}/moves`, { move: 'finish' });
}
