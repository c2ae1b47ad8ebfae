import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { aCreditCode, PROPOSALS } from './proposals.mjs';
import { countFiles, fillForm } from './fill-form.mjs';
import { carryOut, closeOut, contract } from './carry-out.mjs';
import { day, DAY, eventually, HOUR, PDF, setClock, stageOf } from './stage.mjs';

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

/** Where equals stand on both sides of the line the committee decides, on record and with its reason. */
async function decideTies({ officer, call }, allocation) {
  let current = allocation;
  for (let tries = 0; current.ties.length > 0 && tries < 20; tries += 1) {
    current = await officer.post(`/calls/${call.id}/allocation/ties`, { applicationIds: current.ties[0], reason: '评审委员会表决确定先后' });
  }
  return current;
}

async function award(round) {
  const { officer, call, cast, tell } = round;
  await setClock(round, Date.parse((stageOf(round, 'approval') ?? stageOf(round, 'publicity')).opensAt) + HOUR);
  round.allocation = await decideTies(round, await officer.get(`/calls/${call.id}/allocation`));
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
