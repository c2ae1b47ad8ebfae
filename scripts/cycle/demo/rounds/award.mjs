import { eventually } from '../../stage.mjs';
import { AWARD } from '../proposals/award.mjs';
import { toNotice } from './to-award.mjs';

/** A round whose notice is over and confirmed today: one winner has accepted, the other has not answered yet. */
export async function* awardRound(round, { ago, waits }) {
  yield* toNotice(round, AWARD);
  yield ago(50);
  const { officer, call } = round;
  const awards = (await officer.post(`/calls/${call.id}/awards/confirmation`)).filter(({ status }) => status === 'confirmed');
  const [accepted, waiting] = awards.map(({ id, applicationId }) => ({ id, person: round.applications.find((one) => one.id === applicationId).person }));
  yield ago(35);
  await accepted.person.post(`/awards/${accepted.id}/answer`, { answer: 'accept' });
  await eventually(async () => ((await officer.get(`/projects?callId=${call.id}&limit=5`)).items.length === 1 ? true : undefined));
  waits.note(waiting.person, round, '待接受的立项 an award to accept');
  waits.note(officer, round, '待起草的资助协议 a contract to draw up');
}
