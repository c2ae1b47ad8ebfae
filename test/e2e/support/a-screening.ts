import type { Rulebook } from '../../../web/src/api/generated/types.gen.js';
import { countFiles, fillForm } from '../../../scripts/cycle/fill-form.mjs';
import type { Api } from './api.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const DAY = 86_400_000;

export interface ScreeningRound {
  readonly callId: string;
  readonly number: string;
  readonly projects: readonly string[];
  readonly rulebook: Rulebook;
}

/** A day in Beijing, so many days from now. */
export const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

/** A round of its own that is open, with one application of each applicant; no rule is asked before the screening. */
export async function aRoundToScreen(officer: Api, applicants: readonly Api[], screening?: Rulebook['screening']): Promise<ScreeningRound> {
  const { items: programmes } = await officer.get<{ items: { id: string; nodePath: string }[] }>('/programmes');
  const programme = programmes.find(({ nodePath }) => nodePath === 'js.yz.')!;
  const draft = await officer.post<{ id: string; version: number; rulebook: Rulebook }>('/calls', { programmeId: programme.id, template: 'yangzhou-2021', opensOn: dayFromNow(-1) });
  const rulebook = withScreening(forScreening(draft.rulebook), screening);
  await officer.put(`/calls/${draft.id}/rulebook`, { rulebook, version: draft.version });
  const { number } = await officer.post<{ number: string }>(`/calls/${draft.id}/moves`, { move: 'publish' });
  await officer.post(`/calls/${draft.id}/moves`, { move: 'open' }).catch(() => undefined);
  const projects = ['邻里妈妈互助站', '运河边的女童课堂', '银龄阿姨识字班'].slice(0, applicants.length);
  for (const [at, applicant] of applicants.entries()) await apply(applicant, draft.id, rulebook, projects[at]!);
  return { callId: draft.id, number, projects, rulebook };
}

/** Three rules, all of them left to the screener, and nobody turned away before. */
function forScreening(book: Rulebook): Rulebook {
  const rules = book.eligibility.filter(({ id }) => ['E5', 'E6', 'E14'].includes(id));
  return {
    ...book, title: { zh: `审查演练 ${new Date().toISOString().slice(11, 19)}`, en: 'Screening rehearsal' }, eligibility: rules.map((rule) => ({ ...rule, moments: ['screening' as const] })),
    applicants: { ...book.applicants, registeredIn: [], maxApplications: 20 },
    basis: { ...Object.fromEntries(Object.entries(book.basis).filter(([pointer]) => !/^\/(eligibility|applicants)/.test(pointer))), ...GROUNDS },
  } as Rulebook;
}

/** By several screeners, with a term and a way to appeal. */
const withScreening = (book: Rulebook, screening: Rulebook['screening']): Rulebook =>
  screening ? ({ ...book, screening, basis: { ...book.basis, '/screening': OURS } } as Rulebook) : book;

const OURS = { kind: 'assumption', why: { zh: '演练所定', en: 'Chosen for a rehearsal' } } as const;
const GROUNDS = { '/eligibility': OURS, '/applicants': OURS };

async function apply(applicant: Api, callId: string, rulebook: Rulebook, name: string): Promise<void> {
  const { account } = await applicant.get<{ account: { roles: { role: string; subjectId?: string }[] } }>('/session');
  const organisationId = account.roles.find(({ role }) => role === 'applicant')!.subjectId!;
  const { id } = await applicant.post<{ id: string }>('/applications', { callId, organisationId, coOrganisationIds: [] });
  await handIn(applicant, id, rulebook, name);
}

/** Fills in the whole form of a draft, submits it, and looks at nothing. */
export async function handIn(applicant: Api, id: string, rulebook: Rulebook, name: string): Promise<void> {
  await fillIn(applicant, id, rulebook, name);
  await submit(applicant, id);
}

/** Fills in the whole form of a draft but for the files that are named. */
export async function fillIn(applicant: Api, id: string, rulebook: Rulebook, name: string, without: readonly string[] = []): Promise<void> {
  const { version } = await applicant.get<{ version: number }>(`/applications/${id}`);
  const files = await Promise.all(Array.from({ length: countFiles(rulebook as never) }, (_, at) => applicant.upload(`证明${at + 1}.pdf`, PDF)));
  const implementation = rulebook.stages.find(({ kind }) => kind === 'implementation')!;
  const answers = fillForm(rulebook as never, { name, requestedFen: 4_000_000, matchingFen: 1_000_000, startsOn: implementation.opensAt!.slice(0, 10), endsOn: implementation.closesAt!.slice(0, 10) }, files);
  const given = Object.fromEntries(Object.entries(answers).map(([section, filled]) => [section, Object.fromEntries(Object.entries(filled as object).filter(([question]) => !without.includes(question)))]));
  await applicant.put(`/applications/${id}/answers`, { answers: given, version });
}

async function submit(applicant: Api, id: string): Promise<void> {
  const { hash } = await applicant.get<{ hash: string }>(`/applications/${id}/preview`);
  await applicant.post(`/applications/${id}/submission`, { declared: true, previewed: hash });
}
