import { begin, openHalls, score, seat } from '../../judge.mjs';
import { check } from '../../play.mjs';
import { together } from '../../together.mjs';
import { allHandIn, closed, opened } from '../applying.mjs';
import { addDays, at } from '../dates.mjs';
import { ROADSHOW } from '../proposals/roadshow.mjs';

/** A roadshow that runs today: two projects have presented and are scored, the third is signed in and waits to be called. */
export async function* roadshowRound(round, { today, ago, waits }) {
  yield* opened(round);
  yield at(addDays(today, -5), '10:20');
  await allHandIn(round, ROADSHOW);
  yield* closed(round);
  yield at(addDays(today, -1), '10:30');
  await together(round.applications, (application) => check(round, application));
  const [stage] = round.rulebook.scoring.stages;
  yield ago(70);
  const seats = await seat(round, stage);
  await begin(round, stage);
  yield ago(55);
  const [{ turns }] = await openHalls(round);
  yield* present(round, seats, turns[0], [48, 40, 33, 30].map(ago));
  yield* present(round, seats, turns[1], [27, 19, 12, 9].map(ago));
  yield ago(6);
  await signIn(round, turns[2]);
  noteWhoWaits(round, { seats, turns, waits });
}

const speakerOf = ({ applications }, { applicationId }) => applications.find(({ id }) => id === applicationId).person;

const signIn = (round, turn) => round.officer.post(`/presentations/${turn.id}/sign-in`, { name: speakerOf(round, turn).personName, substitute: false });

async function* present(round, seats, turn, [presentAt, questionAt, scoreAt, finishAt]) {
  const move = (name) => round.officer.post(`/presentations/${turn.id}/moves`, { move: name });
  yield presentAt;
  await signIn(round, turn);
  await move('present');
  yield questionAt;
  await move('question');
  yield scoreAt;
  await move('score');
  await together(seats, (seated, place) => score(round, seated, turn.applicationId, place));
  yield finishAt;
  await move('finish');
}

function noteWhoWaits(round, { seats, turns, waits }) {
  waits.note(round.officer, round, '正在进行的路演，第三个项目候场 a roadshow in progress, the third project waiting');
  for (const { browser } of seats) waits.note(browser, round, '今天的路演评分 scores of today’s roadshow');
  for (const turn of turns.slice(2)) waits.note(speakerOf(round, turn), round, '等待上台 waiting to present');
}
