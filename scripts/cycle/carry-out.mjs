import { scoreEvaluation } from './score-evaluation.mjs';
import { letThrough, uploadPaper } from './paper.mjs';
import { together } from './together.mjs';
import { day, DAY, eventually, HOUR, personOf, setClock, stageOf } from './stage.mjs';

export async function contract(round) {
  const { officer, maker, approver, call, rulebook, tell } = round;
  const implementation = stageOf(round, 'implementation');
  const deposit = await maker.post(`/calls/${call.id}/deposits`, { amountFen: rulebook.money.poolFen, reference: `IN-${call.number}`, memo: '资助资金到账' });
  await approver.post(`/deposits/${deposit.id}/decision`, { move: 'approve' });
  for (const one of [officer, maker, approver]) await one.freshen();
  await together(round.projects, async (project) => {
    const person = personOf(round, project);
    const drawn = await officer.post(`/projects/${project.id}/contracts`, { startsOn: day(implementation.opensAt), endsOn: day(implementation.closesAt) });
    await person.prove();
    for (const { key, role } of drawn.parties) {
      const signer = role === 'grantee' ? person : officer;
      const evidenceId = role === 'grantee' || role === 'funder' ? undefined : await uploadPaper(signer, '签章页', [`协议：${drawn.number}`]);
      project.contract = await signer.post(`/contracts/${drawn.id}/acceptances`, { partyKey: key, signatory: signer.personName, evidenceId });
      if (evidenceId) await letThrough(maker, [evidenceId]);
    }
    const account = await person.post(`/organisations/${project.organisationId}/bank-accounts`, { bankName: '中国银行', accountName: project.organisationName, number: `62220202${String(10_000_000_000 + round.projects.indexOf(project)).slice(0, 11)}` });
    await maker.post(`/bank-accounts/${account.id}/decision`, { move: 'verify' });
  }, 4);
  round.plan = await eventually(async () => {
    const plans = await Promise.all(round.projects.map(({ id }) => officer.get(`/projects/${id}/milestones`)));
    return plans.every((plan) => plan.length > 0) || rulebook.milestones.length === 0 ? plans : undefined;
  });
  tell(`签订协议 ${round.projects.length} 份 contracts signed`);
}

/** The year of the projects: reports, evaluations and tranches in the order that the rulebook gives them. */
export async function carryOut(round) {
  const { rulebook, tell } = round;
  round.payments = [];
  for (const tranche of rulebook.tranches.tranches) {
    await setClock(round, dueInstant(round, tranche));
    await oneTranche(round, tranche);
    tell(`“${tranche.title.zh}”拨付 ${round.projects.length} 笔 paid`);
  }
}

/** What stands before a payment is done first: the reports, their evaluation, then the request and its two steps. */
export async function oneTranche(round, tranche) {
  const { owed, judged } = conditionsOf(tranche);
  await round.approver.freshen();
  const paid = await together(round.projects, async (project) => {
    for (const key of owed) await report(round, project, key);
    for (const key of judged) await evaluate(round, project, key);
    return pay(round, project, tranche);
  });
  round.payments.push(...paid);
}

const conditionsOf = ({ conditions }) => ({
  owed: conditions.filter(({ kind }) => kind === 'milestone_accepted').map(({ milestone }) => milestone),
  judged: conditions.filter(({ kind }) => kind === 'evaluation_passed').map(({ evaluation }) => evaluation),
});

/** When everything that a payment waits for is due; the round's time goes on to it. */
export function dueInstant(round, tranche) {
  const { owed, judged } = conditionsOf(tranche);
  const plan = round.plan[0] ?? [];
  const days = plan.filter(({ key }) => owed.includes(key)).map(({ dueOn }) => Date.parse(`${dueOn}T01:00:00Z`));
  const grid = round.rulebook.evaluations.find(({ key }) => judged.includes(key));
  const stage = grid && stageOf(round, grid.kind === 'midterm' ? 'midterm' : 'final_evaluation');
  const last = Math.max(round.clockAt ?? Date.parse(stageOf(round, 'implementation').opensAt) + HOUR, ...days, stage ? Date.parse(stage.opensAt) + HOUR : 0);
  return (round.clockAt = last + DAY);
}

const spentBy = (round, project, key) => {
  const final = round.rulebook.milestones.find((one) => one.key === key)?.kind === 'final_report';
  return final ? project.awardedFen - (round.projects.indexOf(project) % 3 === 1 ? 30_000 : 0) : Math.round(project.awardedFen / 2);
};

/** What the files of a report are called, by kind of evidence. */
export const EVIDENCE = {
  plan: '项目实施计划表', income_expenditure: '收支表', vouchers: '支出凭证汇编', activity_records: '活动记录', sign_in_sheets: '签到表', photos: '活动照片',
  satisfaction_survey: '满意度调查', beneficiary_confirmation: '受益人确认单', payment_ledger: '支出明细账', volunteer_hours: '志愿服务时数记录',
};

export async function report(round, project, key) {
  const person = personOf(round, project);
  const milestone = (await person.get(`/projects/${project.id}/milestones`)).find((one) => one.key === key && one.status !== 'accepted');
  if (!milestone) return;
  const detail = await person.get(`/milestones/${milestone.id}`);
  const evidence = {};
  for (const kind of detail.evidenceKinds) if (kind !== 'narrative') evidence[kind] = [await uploadPaper(person, EVIDENCE[kind] ?? '证明材料', [`项目：${project.name}`])];
  const spending = detail.evidenceKinds.includes('income_expenditure') ? [{ category: round.rulebook.budget.costs[0].key, amountFen: spentBy(round, project, key) }] : [];
  await person.post(`/milestones/${milestone.id}/submission`, { version: detail.version, report: { narrative: narrativeOf(round, project, milestone), evidence, spending } });
  const staff = detail.acceptedBy === 'evaluator' ? round.evaluator : round.officer;
  await letThrough(staff, Object.values(evidence).flat());
  await staff.post(`/milestones/${milestone.id}/decision`, { move: 'accept' });
}

/** What was done, in figures of the project's own. */
function narrativeOf({ projects }, project, { title }) {
  const { name } = project;
  const sessions = 6 + ((projects.indexOf(project) * 3 + title.zh.length) % 9);
  return `“${name}”${title.zh}：本期开展活动${sessions}场次，服务${sessions * 18}人次，志愿服务${sessions * 3}人次；支出按预算科目执行，凭证已装订。活动记录、签到表和受益情况见附件。`;
}

async function evaluate(round, project, key) {
  const done = await round.evaluator.get(`/projects/${project.id}/evaluations`);
  if (done.some((one) => one.key === key)) return;
  const grid = round.rulebook.evaluations.find((one) => one.key === key);
  const owed = round.rulebook.milestones.filter(({ kind }) => kind === (grid.kind === 'midterm' ? 'midterm_report' : 'final_report'));
  for (const milestone of owed) await report(round, project, milestone.key);
  await round.evaluator.post(`/projects/${project.id}/evaluations`, { key, scores: scoreEvaluation(grid, 78 + (round.projects.indexOf(project) % 5) * 4), opinion: '实施情况与计划一致，资金使用规范。' });
}

async function pay(round, project, { key, conditions }) {
  const { maker, approver } = round;
  const person = personOf(round, project);
  const tranche = await eventually(async () => (await maker.get(`/projects/${project.id}/funds`)).tranches.find((one) => one.key === key));
  const vouchers = [];
  for (const { document } of conditions.filter(({ kind }) => kind === 'document')) vouchers.push({ kind: document, documentId: await uploadPaper(person, '收款票据', [`项目：${project.name}`]), amountFen: tranche.amountFen });
  await person.post(`/tranches/${tranche.id}/request`, { vouchers });
  await letThrough(maker, vouchers.map(({ documentId }) => documentId));
  const { dueFen } = await maker.get(`/tranches/${tranche.id}`);
  if (dueFen <= 0) return maker.post(`/tranches/${tranche.id}/cancellation`, { reason: '据实结算后无应付金额' });
  await maker.post(`/tranches/${tranche.id}/preparation`);
  await approver.post(`/tranches/${tranche.id}/approval`);
  const paid = await maker.post(`/tranches/${tranche.id}/payment`, { bankReference: `OUT-${project.number}-${key}`, paidOn: new Date(round.clockAt + 8 * HOUR).toISOString().slice(0, 10) });
  await person.post(`/tranches/${tranche.id}/acknowledgement`);
  return paid;
}

export async function closeOut(round) {
  const { officer, approver, maker, rulebook, call, tell } = round;
  await setClock(round, (round.clockAt += 10 * DAY));
  for (const one of [maker, approver]) await one.freshen();
  await together(round.projects, async (project) => {
    for (const grid of rulebook.evaluations) await evaluate(round, project, grid.key);
    const { money } = await maker.get(`/projects/${project.id}/funds`);
    if (money.owedFen > 0) await maker.post(`/projects/${project.id}/returns`, { amountFen: money.owedFen, bankReference: `BACK-${project.number}`, returnedOn: new Date(round.clockAt).toISOString().slice(0, 10) });
    project.settled = await approver.post(`/projects/${project.id}/settlement`);
  });
  await officer.post(`/calls/${call.id}/round-moves`, { move: 'wind-up' });
  await officer.post(`/calls/${call.id}/round-moves`, { move: 'archive' });
  round.plan = await Promise.all(round.projects.map(({ id }) => officer.get(`/projects/${id}/milestones`)));
  round.money = await maker.get(`/calls/${call.id}/funds`);
  round.call = await officer.get(`/calls/${call.id}`);
  tell(`${round.call.number} ${round.call.label.zh} closed out`);
}
