import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { apply } from './apply.mjs';
import { carryOut, closeOut, contract } from './carry-out.mjs';
import { judge } from './judge.mjs';
import { judgesFor, settleStaff } from './settle-in.mjs';
import { DAY, eventually, HOUR, setClock, stageOf } from './stage.mjs';
import { together } from './together.mjs';

/**
 * Plays a published programme from its call to its close-out, as its different people, over the public interface alone.
 * @param {{cast: import('./cast.mjs').Cast, template: string, tell: (line: string) => void, node?: object, staff?: object}} stage `node` and
 *   `staff` where the place and its people are there already
 * @returns everything that the report shows
 */
export async function playProgramme({ cast, template, tell, node, staff }) {
  const rulebook = readRulebook(template);
  const round = { cast, template, rulebook, tell, node, ...staff, refusals: [], told: {} };
  await setClock(round, Date.parse(stageOf(round, 'application').opensAt) - 3 * DAY);
  if (!staff) await settleIn(round);
  await openCall(round, { code: template.replace(/[^a-z]/g, '').slice(0, 6).toUpperCase(), rules: { template } });
  await apply(round);
  await screen(round);
  await judge(round);
  await award(round);
  await contract(round);
  await carryOut(round);
  await closeOut(round);
  return round;
}

export const readRulebook = (template) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../src/modules/calls/programmes/${template}.json`, import.meta.url)), 'utf8'));

async function settleIn(round) {
  const { cast, rulebook, tell } = round;
  const [root] = (await cast.admin.get('/organisers')).items ?? (await cast.admin.get('/organisers'));
  const place = rulebook.organisers.find(({ role }) => role === 'host')?.name.zh ?? root.name;
  round.node = await cast.admin.post('/organisers', { parentId: root.id, code: 'host', kind: 'city', name: place });
  Object.assign(round, await settleStaff(cast, round.node.id, judgesFor(rulebook)));
  tell(`${place}：工作人员与 ${round.judges.length} 位评委就位 staff and judges are in`);
}

async function openCall(round, call) {
  await publish(round, call);
  await setClock(round, Date.parse(round.call.opensAt) + HOUR);
  await open(round);
}

/** @param {{code: string, rules: object}} call the programme's code and where its rules come from: a template, or a rulebook */
export async function publish(round, { code, rules }) {
  const { officer, node, rulebook } = round;
  const programme = await officer.post('/programmes', { nodeId: node.id, code, title: rulebook.title });
  const draft = await officer.post('/calls', { programmeId: programme.id, ...rules });
  round.call = await officer.post(`/calls/${draft.id}/moves`, { move: 'publish' });
}

/** The platform opens and closes calls by itself, every minute; whoever comes first. */
export async function open(round) {
  const { officer, rulebook, tell } = round;
  round.call = await officer.post(`/calls/${round.call.id}/moves`, { move: 'open' }).catch(() => officer.get(`/calls/${round.call.id}`));
  tell(`${round.call.number} 《${rulebook.title.zh}》开放申报 is open`);
}

export const close = ({ officer, call }) => officer.post(`/calls/${call.id}/moves`, { move: 'close' }).catch(() => undefined);

async function screen(round) {
  const { rulebook, tell } = round;
  const { deadline } = rulebook;
  await setClock(round, Date.parse(deadline.at) + deadline.graceSeconds * 1000 + 60_000);
  await close(round);
  const late = await round.applications[0].person.refusedTo(`/applications/${round.applications[0].id}/own-moves`, { move: 'amend' });
  round.refusals.push({ who: '迟到的修改 a late amendment', ...late });
  await together(round.applications, (application) => check(round, application));
  tell(`资格审查完成，${round.refusals.length - 1} 份未通过 screened`);
}

/** Every rule is looked at; one that fails excludes. */
export async function check(round, application) {
  const { screener, rulebook } = round;
  const rules = rulebook.eligibility.filter(({ moments }) => moments.includes('screening'));
  const { proposal, receipt } = application;
  const failed = proposal.flaw ? rules.find(({ id }) => id === proposal.flaw) : undefined;
  const checks = rules.map(({ id }) => (id === failed?.id ? { ruleId: id, verdict: 'failed', note: proposal.flawNote } : { ruleId: id, verdict: 'passed' }));
  if (checks.length > 0) await screener.post(`/applications/${application.id}/checks`, { checks });
  await letFilesThrough(round, application.id);
  const decision = failed ? { move: 'exclude', reason: `${failed.text.zh}：${proposal.flawNote}` } : { move: 'admit' };
  await screener.post(`/applications/${application.id}/screening`, decision);
  if (failed) round.refusals.push({ who: `${receipt.number} ${proposal.name}`, code: failed.id, reason: decision.reason });
}

/** Without a scanner files wait until staff vouch for them; judges could open none of them. */
async function letFilesThrough({ screener }, id) {
  const { files } = await screener.get(`/applications/${id}`);
  const waiting = files.filter(({ scan }) => scan === 'unscanned');
  if (waiting.length > 0) await screener.post('/documents/releases', { ids: waiting.map((file) => file.id), reason: '演示用文件，由平台自带的样本生成' });
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
  await decide(round);
  const hidden = await round.applications[0].person.get(`/applications/${round.applications[0].id}`);
  if (hidden.outcome !== null) throw new Error('An outcome was shown before it was announced.');
  const publicity = stageOf(round, 'publicity');
  await setClock(round, Date.parse(publicity.opensAt) + HOUR);
  round.notice = await officer.post(`/calls/${call.id}/awards/notice`);
  round.refusals.push({ who: '公示期内确认 confirming during the notice', ...(await officer.refusedTo(`/calls/${call.id}/awards/confirmation`)) });
  await cast.browser().get(`/public/notices/${call.id}`);
  await setClock(round, Date.parse(`${round.notice.lastDay}T16:00:00Z`) + 60_000);
  await confirm(round);
  tell(`公示至 ${round.notice.lastDay}，立项 ${round.awards.length} 个 awards confirmed`);
}

/** The allocation by the rulebook, ties settled by the committee, made final. */
export async function decide(round) {
  const { officer, call } = round;
  round.allocation = await decideTies(round, await officer.get(`/calls/${call.id}/allocation`));
  await officer.post(`/calls/${call.id}/awards/decision`);
}

/** After the notice: confirmed, accepted by the winners, and the projects opened. */
export async function confirm(round) {
  const { officer, call } = round;
  round.awards = (await officer.post(`/calls/${call.id}/awards/confirmation`)).filter(({ status }) => status === 'confirmed');
  await together(round.awards, ({ id, applicationId }) => round.applications.find((one) => one.id === applicationId).person.post(`/awards/${id}/answer`, { answer: 'accept' }));
  round.projects = await eventually(async () => {
    const { items } = await officer.get(`/projects?callId=${call.id}&limit=200`);
    return items.length === round.awards.length ? items : undefined;
  });
  await officer.post(`/calls/${call.id}/round-moves`, { move: 'run' });
}
