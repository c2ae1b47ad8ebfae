import { letThrough, uploadPaper } from '../../paper.mjs';
import { together } from '../../together.mjs';
import { addDays, at } from '../dates.mjs';
import { planReport } from '../reports.mjs';

/** Plans accepted, first tranches asked for, prepared and paid; the second deposit waits for its second person. */
export async function* tranches(round, { today, waits }) {
  yield at(addDays(today, -30), '10:40');
  const planned = round.by('paid', 'requested', 'report-returned', 'prepared', 'report-submitted');
  await together(planned, (project) => handInPlan(round, project, true));
  yield at(addDays(today, -24), '09:50');
  await round.approver.freshen();
  await together(round.by('paid', 'report-returned', 'report-submitted'), (project) => payFirst(round, project, addDays(today, -24)));
  yield at(addDays(today, -2), '10:20');
  await together(round.by('requested', 'prepared'), (project) => request(round, project));
  for (const project of round.by('prepared')) await round.maker.post(`/tranches/${(await first(round, project)).id}/preparation`);
  const rest = round.rulebook.money.poolFen - Math.round(round.rulebook.money.poolFen * 0.6);
  await round.maker.post(`/calls/${round.call.id}/deposits`, { amountFen: rest, reference: `IN-${round.call.number}-02`, memo: '市财政局拨入项目资金（第二批，40%）' });
  waits.note(round.maker, round, '已申请的首期款 a requested tranche to prepare');
  waits.note(round.approver, round, '待审批的拨款和入账各一笔 a tranche and a deposit to approve');
}

/** @param {boolean} accepted whether the officer has accepted it already */
export async function handInPlan({ officer }, project, accepted) {
  const { person, id } = project;
  const plan = (await person.get(`/projects/${id}/milestones`)).find(({ key }) => key === 'plan');
  const { version } = await person.get(`/milestones/${plan.id}`);
  const evidence = { plan: [await uploadPaper(person, '项目实施计划表', [`项目：${project.name}`])] };
  await person.post(`/milestones/${plan.id}/submission`, { version, report: { narrative: planReport(project.proposal), evidence, spending: [] } });
  if (!accepted) return;
  await letThrough(officer, evidence.plan);
  await officer.post(`/milestones/${plan.id}/decision`, { move: 'accept' });
}

const first = async ({ maker }, { id }) => (await maker.get(`/projects/${id}/funds`)).tranches.find(({ key }) => key === 'first');

async function request(round, project) {
  const { id, amountFen } = await first(round, project);
  const documentId = await uploadPaper(project.person, '首期款收款收据', [`项目：${project.name}`, `金额：${amountFen / 100} 元`]);
  await project.person.post(`/tranches/${id}/request`, { vouchers: [{ kind: 'receipt', documentId, amountFen }] });
  return { id, documentId };
}

async function payFirst(round, project, paidOn) {
  const { id, documentId } = await request(round, project);
  await letThrough(round.maker, [documentId]);
  await round.maker.post(`/tranches/${id}/preparation`);
  await round.approver.post(`/tranches/${id}/approval`);
  await round.maker.post(`/tranches/${id}/payment`, { bankReference: `OUT-${project.number}-01`, paidOn });
  await project.person.post(`/tranches/${id}/acknowledgement`);
}
