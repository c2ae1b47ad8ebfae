import { setTimeout as sleep } from 'node:timers/promises';
import type { Rulebook } from '../../../web/src/api/generated/types.gen.js';
import { countFiles, fillForm } from '../../../scripts/cycle/fill-form.mjs';
import type { Api } from './api.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const HOUR = 3_600_000;
/** Long enough to hand in what is to be presented. */
const OPEN_FOR_MS = 40_000;

export interface RoadshowRound {
  readonly callId: string;
  /** The reference numbers of the applications, in the order of the projects. */
  readonly numbers: readonly string[];
  readonly title: string;
  readonly projects: readonly string[];
}

interface Cast {
  readonly officer: Api;
  readonly applicants: readonly Api[];
  readonly judgeIds: readonly string[];
}

/**
 * A round of its own, as far as its roadshow: published with a deadline in a moment, applied to, screened, its judges seated and its
 * stage begun. The hall itself is still to be planned.
 */
export async function aRoadshow({ officer, applicants, judgeIds }: Cast): Promise<RoadshowRound> {
  const rulebook = await soonOver(officer);
  const { items: programmes } = await officer.get<{ items: { id: string; nodePath: string }[] }>('/programmes');
  const programme = programmes.find(({ nodePath }) => nodePath === 'js.yz.')!;
  const draft = await officer.post<{ id: string }>('/calls', { programmeId: programme.id, rulebook });
  const call = await officer.post<{ id: string; closesAt: string }>(`/calls/${draft.id}/moves`, { move: 'publish' });
  await officer.post(`/calls/${call.id}/moves`, { move: 'open' }).catch(() => undefined);
  const projects = ['银杏树下的课堂', '运河边的妈妈灶'].slice(0, applicants.length);
  await Promise.all(applicants.map((applicant, at) => apply(applicant, call.id, rulebook, projects[at]!)));
  await sleep(Math.max(0, new Date(call.closesAt).getTime() - Date.now()) + 1500);
  await officer.post(`/calls/${call.id}/moves`, { move: 'close' }).catch(() => undefined);
  await admitAll(officer, call.id);
  const stage = rulebook.scoring.stages[0]!;
  for (const accountId of judgeIds) await officer.post(`/calls/${call.id}/panels/${stage.key}/${stage.blocs[0]!.key}/seats`, { accountId });
  await officer.post(`/calls/${call.id}/scoring/${stage.key}/beginning`);
  const { items } = await officer.get<{ items: { number: string; projectName: string }[] }>(`/applications?callId=${call.id}&limit=50`);
  const numbers = projects.map((project) => items.find(({ projectName }) => projectName === project)!.number);
  return { callId: call.id, numbers, title: rulebook.title.zh, projects };
}

/** A published programme whose only stage of judging is the roadshow, its dates moved so that it closes in a moment. */
async function soonOver(officer: Api): Promise<Rulebook> {
  const template = await officer.get<Rulebook>('/rulebooks/templates/wenjiang-2025-supplementary');
  // One instant for the deadline and the end of the stage: a millisecond between them would be a fault of the rules.
  const closesAt = new Date(Date.now() + OPEN_FOR_MS);
  const shift = closesAt.getTime() - Date.parse(template.deadline.at);
  const moved = JSON.parse(JSON.stringify(template), (_, value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*[+Z]/.test(value) ? new Date(Date.parse(value) + shift).toISOString() : value)) as Rulebook;
  const stages = moved.scoring.stages.map((stage) => ({ ...stage, blocs: stage.blocs.map((bloc) => ({ ...bloc, panel: { ...bloc.panel, judges: 2, quorum: 1 }, aggregation: { method: 'mean' as const } })) }));
  return {
    ...moved, title: { zh: `路演演练 ${new Date().toISOString().slice(11, 19)}`, en: 'Roadshow rehearsal' }, deadline: { ...moved.deadline, at: closesAt.toISOString(), graceSeconds: 0 },
    stages: moved.stages.map((stage) => (stage.kind === 'application' ? { ...stage, opensAt: new Date(Date.now() - HOUR).toISOString(), closesAt: closesAt.toISOString() } : stage)),
    applicants: { ...moved.applicants, registeredIn: [] }, eligibility: [], scoring: { ...moved.scoring, stages, bonuses: [DONATIONS], tieBreak: [{ by: 'committee_vote' as const }] }, basis: withoutRules(moved.basis),
  };
}

/** Entered by staff: what the committee’s order then has to part is equal in this too. */
const DONATIONS: Rulebook['scoring']['bonuses'][number] = { key: 'donations', title: { zh: '已落实捐赠', en: 'Donations secured' }, max: 10, by: 'recorded', preferences: [] };

/** Anybody of the demo may apply: what the rules rested on goes with them. */
const withoutRules = (basis: Rulebook['basis']): Rulebook['basis'] => ({
  ...Object.fromEntries(Object.entries(basis).filter(([pointer]) => !pointer.startsWith('/eligibility'))),
  '/eligibility': { kind: 'assumption', why: { zh: '演练不设资格条件', en: 'A rehearsal asks nothing of applicants' } },
});

async function apply(applicant: Api, callId: string, rulebook: Rulebook, name: string): Promise<void> {
  const { account } = await applicant.get<{ account: { roles: { role: string; subjectId?: string }[] } }>('/session');
  const organisationId = account.roles.find(({ role }) => role === 'applicant')!.subjectId!;
  const { id, version } = await applicant.post<{ id: string; version: number }>('/applications', { callId, organisationId, coOrganisationIds: [] });
  const files = await Promise.all(Array.from({ length: countFiles(rulebook as never) }, (_, at) => applicant.upload(`证明${at + 1}.pdf`, PDF)));
  const implementation = rulebook.stages.find(({ kind }) => kind === 'implementation')!;
  const answers = fillForm(rulebook as never, { name, requestedFen: 3_000_000, startsOn: implementation.opensAt!.slice(0, 10), endsOn: implementation.closesAt!.slice(0, 10) }, files);
  await applicant.put(`/applications/${id}/answers`, { answers, version });
  const { hash } = await applicant.get<{ hash: string }>(`/applications/${id}/preview`);
  await applicant.post(`/applications/${id}/submission`, { declared: true, previewed: hash });
}

async function admitAll(officer: Api, callId: string): Promise<void> {
  const { items } = await officer.get<{ items: { id: string }[] }>(`/applications?callId=${callId}&limit=50`);
  for (const { id } of items) await officer.post(`/applications/${id}/screening`, { move: 'admit' });
}
