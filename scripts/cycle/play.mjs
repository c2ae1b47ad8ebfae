import { setTimeout as sleep } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { aCreditCode, PROPOSALS } from './proposals.mjs';
import { countFiles, fillForm } from './fill-form.mjs';
import { scoreEvaluation } from './score-evaluation.mjs';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Plays a published programme from its call to its close-out, as its different people, over the public interface alone.
 * @param {{cast: import('./cast.mjs').Cast, template: string, tell: (line: string) => void}} stage
 * @returns everything that the report shows
 */
export async function playProgramme({ cast, template, tell }) {
  const rulebook = readRulebook(template);
  const round = { cast, template, rulebook, tell, refusals: [], told: {} };
  await settleIn(round);
  await openCall(round);
  await apply(round);
  await screen(round);
  await judge(round);
  await award(round);
  await contract(round);
  await carryOut(round);
  await closeOut(round);
  return round;
}

const readRulebook = (template) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../src/modules/calls/programmes/${template}.json`, import.meta.url)), 'utf8'));

const stageOf = ({ rulebook }, kind) => rulebook.stages.find((stage) => stage.kind === kind);

/** Everybody's clock stands at the instant, in every process. */
async function setClock({ cast }, instant) {
  await cast.admin.post('/sandbox/clock', { now: new Date(instant).toISOString() });
  await sleep(450);
}

async function settleIn(round) {
  const { cast, rulebook, tell } = round;
  await setClock(round, Date.parse(stageOf(round, 'application').opensAt) - 3 * DAY);
  const [root] = (await cast.admin.get('/organisers')).items ?? (await cast.admin.get('/organisers'));
  const place = rulebook.organisers.find(({ role }) => role === 'host')?.name.zh ?? root.name;
  round.node = await cast.admin.post('/organisers', { parentId: root.id, code: 'host', kind: 'city', name: place });
  round.officer = await cast.staff('officer', '周颖', round.node.id);
  round.screener = await cast.staff('screener', '许静', round.node.id);
  round.maker = await cast.staff('finance_maker', '孙倩', round.node.id);
  round.approver = await cast.staff('finance_approver', '何琳', round.node.id);
  round.evaluator = await cast.staff('evaluator', '郑洁', round.node.id);
  await cast.staff('auditor', '冯岚', round.node.id);
  round.judges = [];
  const panels = Math.max(...rulebook.scoring.stages.flatMap(({ blocs }) => blocs.map(({ panel }) => panel.judges)));
  const roles = rulebook.scoring.stages.map(({ stage }) => (stage === rulebook.roadshow?.stage ? 'roadshow_judge' : 'expert'));
  for (const role of new Set(roles)) for (let at = 0; at < panels; at += 1) round.judges.push({ role, browser: await cast.staff(role, `${role === 'expert' ? '专家' : '路演评委'}${at + 1}`, round.node.id) });
  tell(`${place}：工作人员与 ${round.judges.length} 位评委就位 staff and judges are in`);
}

async function openCall(round) {
  const { officer, node, template, rulebook, tell } = round;
  const programme = await officer.post('/programmes', { nodeId: node.id, code: template.replace(/[^a-z]/g, '').slice(0, 6).toUpperCase(), title: rulebook.title });
  const draft = await officer.post('/calls', { programmeId: programme.id, template });
  round.call = await officer.post(`/calls/${draft.id}/moves`, { move: 'publish' });
  await setClock(round, Date.parse(round.call.opensAt) + HOUR);
  round.call = await officer.post(`/calls/${draft.id}/moves`, { move: 'open' }).catch(() => officer.get(`/calls/${draft.id}`));
  tell(`${round.call.number} 《${rulebook.title.zh}》开放申报 is open`);
}

async function apply(round) {
  const { cast, rulebook, call, node, tell } = round;
  round.applications = [];
  const wanted = PROPOSALS[round.template];
  for (const [at, proposal] of wanted.entries()) {
    const person = await cast.applicant(proposal.leader, at + 1);
    const organisation = await person.post('/organisations', { ...profile(proposal, rulebook, at), nodeId: node.id });
    await person.signIn(person.email, 'rain on the old canal');
    const partners = await partnersOf(round, proposal, at);
    const started = await person.post('/applications', { callId: call.id, organisationId: organisation.id, coOrganisationIds: partners });
    const files = [];
    for (let file = 0; file < countFiles(rulebook); file += 1) files.push(await person.upload(`证明材料${file + 1}.pdf`, PDF));
    const answers = fillForm(rulebook, { ...proposal, startsOn: day(stageOf(round, 'implementation').opensAt), endsOn: day(stageOf(round, 'implementation').closesAt) }, files);
    await person.put(`/applications/${started.id}/answers`, { answers, version: started.version });
    const receipt = await person.post(`/applications/${started.id}/submission`, { declared: true });
    const verified = await cast.browser().get(`/public/receipts/${receipt.hash}`);
    if (verified.number !== receipt.number) throw new Error('A receipt does not verify.');
    round.applications.push({ id: started.id, person, organisation, proposal, receipt });
    tell(`${receipt.number} ${proposal.name}（${proposal.organisation}）`);
  }
}

async function partnersOf({ cast, rulebook, node }, proposal, at) {
  if (rulebook.applicants.joint.mode !== 'required') return [];
  const person = await cast.applicant(`${proposal.leader}的联合申报人`, 500 + at);
  const federation = await person.post('/organisations', { ...profile({ ...proposal, organisation: `${proposal.place}妇女联合会`, kind: 'womens_federation' }, rulebook, 500 + at), nodeId: node.id });
  return [federation.id];
}

const day = (instant) => instant.slice(0, 10);

function profile({ organisation, kind = 'social_service_institution', leader }, rulebook, at) {
  const [territory] = rulebook.applicants.registeredIn.length > 0 ? rulebook.applicants.registeredIn : rulebook.applicants.implementedIn;
  const year = rulebook.year;
  return {
    name: organisation, kind, creditCode: aCreditCode(at), registrationLevel: 'district', registrationAuthority: '民政局', registeredOn: `${year - 6}-05-04`,
    territoryCode: territory.code.padEnd(6, '0').slice(0, 6), address: `${territory.name.zh}解放路${at + 1}号`, legalRepresentative: leader,
    businessScope: '为妇女、儿童和家庭提供社会工作服务，开展公益项目。', profile: `${organisation}长期服务妇女儿童与家庭。`, grade: at % 3 === 0 ? '4A' : '3A', gradedOn: `${year - 2}-12-01`,
    fullTimeStaff: 6 + (at % 5), socialWorkers: 3, partyOrganisation: at % 2 === 0, federationBody: at % 4 === 0,
    inspections: [3, 2, 1].map((back) => ({ year: year - back, verdict: 'passed' })),
  };
}

async function screen(round) {
  const { officer, screener, call, rulebook, tell } = round;
  const { deadline } = rulebook;
  await setClock(round, Date.parse(deadline.at) + deadline.graceSeconds * 1000 + 60_000);
  await officer.post(`/calls/${call.id}/moves`, { move: 'close' }).catch(() => undefined);
  const late = await round.applications[0].person.refusedTo(`/applications/${round.applications[0].id}/own-moves`, { move: 'amend' });
  round.refusals.push({ who: '迟到的修改 a late amendment', code: late });
  const rules = rulebook.eligibility.filter(({ moments }) => moments.includes('screening'));
  for (const application of round.applications) {
    const failed = application.proposal.flaw ? rules.find(({ id }) => id === application.proposal.flaw) : undefined;
    const checks = rules.map(({ id }) => (id === failed?.id ? { ruleId: id, verdict: 'failed', note: application.proposal.flawNote } : { ruleId: id, verdict: 'passed' }));
    if (checks.length > 0) await screener.post(`/applications/${application.id}/checks`, { checks });
    const decision = failed ? { move: 'exclude', reason: `${failed.text.zh}：${application.proposal.flawNote}` } : { move: 'admit' };
    await screener.post(`/applications/${application.id}/screening`, decision);
    if (failed) round.refusals.push({ who: `${application.receipt.number} ${application.proposal.name}`, code: failed.id, reason: decision.reason });
  }
  tell(`资格审查完成，${round.refusals.length - 1} 份未通过 screened`);
}

async function judge(round) {
  const { officer, call, rulebook, tell } = round;
  for (const stage of rulebook.scoring.stages) {
    const live = stage.stage === rulebook.roadshow?.stage;
    await setClock(round, Date.parse(rulebook.stages.find(({ key }) => key === stage.stage).opensAt) + HOUR);
    const seats = [];
    for (const bloc of stage.blocs) {
      const pool = round.judges.filter(({ role }) => role === (live ? 'roadshow_judge' : 'expert')).slice(0, bloc.panel.judges);
      for (const { browser } of pool) seats.push({ bloc, browser, ...(await officer.post(`/calls/${call.id}/panels/${stage.key}/${bloc.key}/seats`, { accountId: browser.id })) });
    }
    const begun = await officer.post(`/calls/${call.id}/scoring/${stage.key}/beginning`);
    const ids = begun.applications.map(({ applicationId }) => applicationId);
    if (live) await present(round, stage, seats);
    else for (const id of ids) for (const [at, seat] of seats.entries()) await score(round, seat, id, at);
    const sealed = await officer.post(`/calls/${call.id}/scoring/${stage.key}/sealing`);
    round.ranking = sealed;
    tell(`“${stage.title.zh}”封存，清单 ${sealed.hash.slice(0, 16)}… sealed`);
  }
}

async function score(round, { browser, id: seatId, bloc }, applicationId, at) {
  const { quality } = round.applications.find((one) => one.id === applicationId).proposal;
  const place = `/judging/${seatId}/${applicationId}`;
  await browser.post(`${place}/conflict`, { verdict: 'none' });
  const percent = Math.max(5, Math.min(98, quality + ((at * 7 + seatId.charCodeAt(seatId.length - 1)) % 9) - 4));
  const entries = Object.fromEntries(bloc.criteria.map(({ key, max, step }) => [key, {
    points: String(Math.round((max * percent) / 100 / step) * step), reason: '结合申报材料与答辩情况，该项符合评分标准中相应等级的描述。',
  }]));
  await browser.post(`${place}/submission`, { entries, comment: '', version: 0 });
}

/** The roadshow: drawn order, each turn on the server's clock, scores open only while a project is on. */
async function present(round, stage, seats) {
  const { officer, call, rulebook, tell } = round;
  const sessions = await officer.post(`/calls/${call.id}/roadshow`);
  round.sessions = sessions.length;
  for (const { sessionId } of sessions) {
    await officer.post(`/roadshow-sessions/${sessionId}/order`, { seed: `${call.number} 开场前公布 ${rulebook.deadline.at}` });
    const { turns } = await officer.post(`/roadshow-sessions/${sessionId}/start`);
    for (const turn of turns) {
      await officer.post(`/presentations/${turn.id}/sign-in`, { name: turn.organisationName.slice(0, 20), substitute: false });
      for (const move of ['present', 'question', 'score']) await officer.post(`/presentations/${turn.id}/moves`, { move });
      for (const [at, seat] of seats.entries()) await score(round, seat, turn.applicationId, at);
      await officer.post(`/presentations/${turn.id}/moves`, { move: 'finish' });
    }
    await officer.post(`/roadshow-sessions/${sessionId}/close`);
  }
  tell(`路演 ${sessions.length} 场完成 roadshow over`);
}

async function award(round) {
  const { officer, call, cast, tell } = round;
  await setClock(round, Date.parse((stageOf(round, 'approval') ?? stageOf(round, 'publicity')).opensAt) + HOUR);
  round.allocation = await officer.get(`/calls/${call.id}/allocation`);
  await officer.post(`/calls/${call.id}/awards/decision`);
  const hidden = await round.applications[0].person.get(`/applications/${round.applications[0].id}`);
  if (hidden.outcome !== null) throw new Error('An outcome was shown before it was announced.');
  const publicity = stageOf(round, 'publicity');
  await setClock(round, Date.parse(publicity.opensAt) + HOUR);
  round.notice = await officer.post(`/calls/${call.id}/awards/notice`);
  round.refusals.push({ who: '公示期内确认 confirming during the notice', code: await officer.refusedTo(`/calls/${call.id}/awards/confirmation`) });
  await cast.browser().get(`/public/notices/${call.id}`);
  await setClock(round, Date.parse(`${round.notice.lastDay}T16:00:00Z`) + 60_000);
  round.awards = (await officer.post(`/calls/${call.id}/awards/confirmation`)).filter(({ status }) => status === 'confirmed');
  for (const { id, applicationId } of round.awards) await round.applications.find((one) => one.id === applicationId).person.post(`/awards/${id}/answer`, { answer: 'accept' });
  round.projects = await eventually(async () => {
    const { items } = await officer.get(`/projects?callId=${call.id}&limit=200`);
    return items.length === round.awards.length ? items : undefined;
  });
  await officer.post(`/calls/${call.id}/round-moves`, { move: 'run' });
  tell(`公示至 ${round.notice.lastDay}，立项 ${round.awards.length} 个 awards confirmed`);
}

/** Waits for what the worker does after a commit. */
async function eventually(look) {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(100);
  }
  throw new Error('What was to follow did not happen within 20 seconds.');
}

const personOf = (round, { organisationId }) => round.applications.find(({ organisation }) => organisation.id === organisationId).person;

async function contract(round) {
  const { officer, maker, approver, call, rulebook, tell } = round;
  const implementation = stageOf(round, 'implementation');
  const deposit = await maker.post(`/calls/${call.id}/deposits`, { amountFen: rulebook.money.poolFen, reference: `IN-${call.number}`, memo: '资助资金到账' });
  await approver.post(`/deposits/${deposit.id}/decision`, { move: 'approve' });
  for (const one of [officer, maker, approver]) await one.freshen();
  for (const project of round.projects) {
    const person = personOf(round, project);
    const drawn = await officer.post(`/projects/${project.id}/contracts`, { startsOn: day(implementation.opensAt), endsOn: day(implementation.closesAt) });
    await person.enrol();
    for (const { key, role } of drawn.parties) {
      const signer = role === 'grantee' ? person : officer;
      const evidenceId = role === 'grantee' || role === 'funder' ? undefined : await signer.upload('签章页.pdf', PDF);
      project.contract = await signer.post(`/contracts/${drawn.id}/acceptances`, { partyKey: key, signatory: signer.personName, evidenceId });
    }
    const account = await person.post(`/organisations/${project.organisationId}/bank-accounts`, { bankName: '中国银行', accountName: project.organisationName, number: `62220202${String(10_000_000_000 + round.projects.indexOf(project)).slice(0, 11)}` });
    await maker.post(`/bank-accounts/${account.id}/decision`, { move: 'verify' });
  }
  round.plan = await eventually(async () => {
    const plans = await Promise.all(round.projects.map(({ id }) => officer.get(`/projects/${id}/milestones`)));
    return plans.every((plan) => plan.length > 0) || rulebook.milestones.length === 0 ? plans : undefined;
  });
  tell(`签订协议 ${round.projects.length} 份 contracts signed`);
}

/** The year of the projects: reports, evaluations and tranches in the order that the rulebook gives them. */
async function carryOut(round) {
  const { rulebook, tell } = round;
  round.payments = [];
  for (const tranche of rulebook.tranches.tranches) {
    const owed = tranche.conditions.filter(({ kind }) => kind === 'milestone_accepted').map(({ milestone }) => milestone);
    const judged = tranche.conditions.filter(({ kind }) => kind === 'evaluation_passed').map(({ evaluation }) => evaluation);
    await setClock(round, dueInstant(round, owed, judged));
    await round.approver.freshen();
    for (const project of round.projects) {
      for (const key of owed) await report(round, project, key);
      for (const key of judged) await evaluate(round, project, key);
      round.payments.push(await pay(round, project, tranche));
    }
    tell(`“${tranche.title.zh}”拨付 ${round.projects.length} 笔 paid`);
  }
}

function dueInstant(round, owed, judged) {
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

async function report(round, project, key) {
  const person = personOf(round, project);
  const milestone = (await person.get(`/projects/${project.id}/milestones`)).find((one) => one.key === key && one.status !== 'accepted');
  if (!milestone) return;
  const detail = await person.get(`/milestones/${milestone.id}`);
  const evidence = {};
  for (const kind of detail.evidenceKinds) if (kind !== 'narrative') evidence[kind] = [await person.upload(`${kind}.pdf`, PDF)];
  const spending = detail.evidenceKinds.includes('income_expenditure') ? [{ category: round.rulebook.budget.costs[0].key, amountFen: spentBy(round, project, key) }] : [];
  await person.post(`/milestones/${milestone.id}/submission`, { version: detail.version, report: { narrative: '按计划实施，活动与受益情况见附件。', evidence, spending } });
  await (detail.acceptedBy === 'evaluator' ? round.evaluator : round.officer).post(`/milestones/${milestone.id}/decision`, { move: 'accept' });
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
  const tranche = (await maker.get(`/projects/${project.id}/funds`)).tranches.find((one) => one.key === key);
  const vouchers = [];
  for (const { document } of conditions.filter(({ kind }) => kind === 'document')) vouchers.push({ kind: document, documentId: await person.upload('票据.pdf', PDF), amountFen: tranche.amountFen });
  await person.post(`/tranches/${tranche.id}/request`, { vouchers });
  const { dueFen } = await maker.get(`/tranches/${tranche.id}`);
  if (dueFen <= 0) return maker.post(`/tranches/${tranche.id}/cancellation`, { reason: '据实结算后无应付金额' });
  await maker.post(`/tranches/${tranche.id}/preparation`);
  await approver.post(`/tranches/${tranche.id}/approval`);
  const paid = await maker.post(`/tranches/${tranche.id}/payment`, { bankReference: `OUT-${project.number}-${key}`, paidOn: new Date(round.clockAt + 8 * HOUR).toISOString().slice(0, 10) });
  await person.post(`/tranches/${tranche.id}/acknowledgement`);
  return paid;
}

async function closeOut(round) {
  const { officer, approver, maker, rulebook, call, tell } = round;
  await setClock(round, (round.clockAt += 10 * DAY));
  for (const one of [maker, approver]) await one.freshen();
  for (const project of round.projects) {
    for (const grid of rulebook.evaluations) await evaluate(round, project, grid.key);
    const { money } = await maker.get(`/projects/${project.id}/funds`);
    if (money.owedFen > 0) await maker.post(`/projects/${project.id}/returns`, { amountFen: money.owedFen, bankReference: `BACK-${project.number}`, returnedOn: new Date(round.clockAt).toISOString().slice(0, 10) });
    project.settled = await approver.post(`/projects/${project.id}/settlement`);
  }
  await officer.post(`/calls/${call.id}/round-moves`, { move: 'wind-up' });
  await officer.post(`/calls/${call.id}/round-moves`, { move: 'archive' });
  round.money = await maker.get(`/calls/${call.id}/funds`);
  round.call = await officer.get(`/calls/${call.id}`);
  tell(`${round.call.number} ${round.call.label.zh} closed out`);
}
