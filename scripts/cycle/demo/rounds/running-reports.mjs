import { EVIDENCE } from '../../carry-out.mjs';
import { letThrough, uploadPaper } from '../../paper.mjs';
import { together } from '../../together.mjs';
import { addDays, at } from '../dates.mjs';
import { midtermReport, monthlyReport } from '../reports.mjs';
import { handInPlan } from './running-tranches.mjs';

const RETURNED = '收支表“劳务与志愿者补贴”一行与所附签领单合计相差360元，请核对后重报，并补充第二场活动的签到表。';

/** The months that are over are reported and accepted; the present one is due, handed in, or returned; one mid-term report waits. */
export async function* reports(round, { today, waits }) {
  const working = round.by('paid', 'report-returned', 'report-submitted', 'requested', 'prepared');
  for (const dueOn of await pastMonths(working[0], today)) {
    yield at(addDays(dueOn, -1), '15:30');
    await together(working, (project) => reportMonth(round, project, dueOn, true));
  }
  yield at(addDays(today, -2), '15:40');
  const next = await dueNext(working[0], today);
  const [returned] = round.by('report-returned');
  const [submitted] = round.by('report-submitted');
  const [unverified] = round.by('account-proposed');
  const { id } = await reportMonth(round, returned, next, false);
  await reportMonth(round, submitted, next, false);
  await reportMidterm(submitted);
  await handInPlan(round, unverified, false);
  yield at(addDays(today, -1), '11:10');
  await round.officer.post(`/milestones/${id}/decision`, { move: 'return', reason: RETURNED });
  noteWhoWaits(round, { returned, waits });
}

function noteWhoWaits(round, { returned, waits }) {
  waits.note(returned.person, round, '被退回的月收支表 a returned monthly table');
  waits.note(round.officer, round, '待审核的月收支表和实施计划 a monthly table and a plan to accept');
  waits.note(round.evaluator, round, '待审核的中期报告 a mid-term report to accept and evaluate');
  for (const { person } of round.by('paid', 'requested', 'prepared')) waits.note(person, round, '即将到期的中期报告和月收支表 a mid-term report and a monthly table due soon');
}

const monthly = async ({ id, person }) => (await person.get(`/projects/${id}/milestones`)).filter(({ key }) => key === 'monthly').sort((a, b) => a.dueOn.localeCompare(b.dueOn));

/** Those that fell due after the plans were accepted and before yesterday. */
async function pastMonths(project, today) {
  return (await monthly(project)).map(({ dueOn }) => dueOn).filter((day) => day < today);
}

const dueNext = async (project, today) => (await monthly(project)).find(({ dueOn }) => dueOn >= today).dueOn;

async function reportMonth(round, project, dueOn, accepted) {
  const { person, proposal, awardedFen } = project;
  const all = await monthly(project);
  const milestone = all.find((one) => one.dueOn === dueOn);
  const month = all.indexOf(milestone) + 1;
  const { version } = await person.get(`/milestones/${milestone.id}`);
  const evidence = { income_expenditure: [await uploadPaper(person, `第${month}期收支表`, [`项目：${project.name}`])] };
  await person.post(`/milestones/${milestone.id}/submission`, { version, report: { narrative: monthlyReport(proposal, month), evidence, spending: spent(awardedFen, 0.06 * month) } });
  if (accepted) {
    await letThrough(round.officer, evidence.income_expenditure);
    await round.officer.post(`/milestones/${milestone.id}/decision`, { move: 'accept' });
  }
  return milestone;
}

async function reportMidterm({ id, name, person, proposal, awardedFen }) {
  const milestone = (await person.get(`/projects/${id}/milestones`)).find(({ key }) => key === 'midterm-report');
  const { version, evidenceKinds } = await person.get(`/milestones/${milestone.id}`);
  const evidence = {};
  for (const kind of evidenceKinds.filter((one) => one !== 'narrative')) evidence[kind] = [await uploadPaper(person, EVIDENCE[kind] ?? '证明材料', [`项目：${name}`])];
  await person.post(`/milestones/${milestone.id}/submission`, { version, report: { narrative: midtermReport(proposal), evidence, spending: spent(awardedFen, 0.23) } });
}

const SHARES = [['materials', 0.3], ['labour', 0.35], ['activity', 0.25], ['transport', 0.1]];

/** What was spent of the grant so far, by cost category, in whole yuan. */
const spent = (awardedFen, share) => SHARES.map(([category, part]) => ({ category, amountFen: Math.round((awardedFen * share * part) / 100) * 100 }));
