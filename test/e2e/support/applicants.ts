import { expect, type APIRequestContext, type BrowserContext, type Page } from '@playwright/test';
import { creditCodeCheckCharacter, organisationCodeCheckCharacter } from '#libs/identifiers';
import { signInAs } from './sessions.js';

export const PASSWORD = 'quiet garden by the canal';

/** A small sound file of the kind that certificates come in. */
export const certificate = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') });

let made = 0;

/** Somebody new in every run, with an address and a credit code that nobody else has. */
export function aStranger(): { name: string; email: string; organisation: string; creditCode: string } {
  made += 1;
  const mark = String((Date.now() + made * 7919) % 1_000_000).padStart(6, '0');
  return { name: '沈月华', email: `applicant-${Date.now().toString(36)}${made}@example.org`, organisation: `扬州市广陵区月华社会工作服务中心${mark}`, creditCode: aCreditCode(mark) };
}

function aCreditCode(mark: string): string {
  const body = `MK${mark}`;
  const first = `52321002${body}${organisationCodeCheckCharacter(body)}`;
  return first + creditCodeCheckCharacter(first);
}

/** The path in the newest letter to the address, as its owner would follow it; an administrator reads it where no mail server is set. */
export async function linkInLetter(administrator: BrowserContext, email: string): Promise<string> {
  await signInAs(administrator, 'administrator');
  let link = '';
  await expect.poll(async () => {
    const answer = await administrator.request.get(`/api/kept-mail?to=${encodeURIComponent(email)}`);
    link = /\/(?:confirmation|invitation|password-reset)#token=[\w-]+/.exec(await answer.text())?.[0] ?? '';
    return link;
  }, { timeout: 30_000 }).not.toBe('');
  return link;
}

/** Without a credit code her organisation is a group that nobody has registered. */
interface Stranger extends Omit<ReturnType<typeof aStranger>, 'creditCode'> {
  readonly creditCode?: string;
}

/** A person who has registered with her organisation; made over the interface. */
export async function anApplicant(page: Page, administrator: BrowserContext, stranger: Stranger = aStranger()): Promise<{ email: string; organisationId: string; csrfToken: string }> {
  const { request } = page.context();
  await send(request, '/api/accounts', { name: stranger.name, email: stranger.email, password: PASSWORD });
  const token = (await linkInLetter(administrator, stranger.email)).split('token=')[1];
  await send(request, '/api/accounts/confirmation', { token });
  const { csrfToken } = await send(request, '/api/session', { email: stranger.email, password: PASSWORD });
  const nodes = (await (await request.get('/api/organisers/directory')).json()) as { id: string; name: string }[];
  const { id } = await send(request, '/api/organisations', profileOf(stranger, nodes.find(({ name }) => name.includes('扬州'))!.id), csrfToken);
  return { email: stranger.email, organisationId: id!, csrfToken: csrfToken! };
}

/** The same with a draft in the demo's open call or the one that is named, for journeys about the form. */
export async function anApplicantWithDraft(page: Page, administrator: BrowserContext, callId?: string): Promise<{ id: string; email: string }> {
  const { request } = page.context();
  const { email, organisationId, csrfToken } = await anApplicant(page, administrator);
  const { items } = (await (await request.get('/api/public/calls?phase=open')).json()) as { items: { id: string; title: { zh: string } }[] };
  // Other journeys open calls of their own beside it.
  const demo = items.find(({ title }) => title.zh.includes('演示'));
  const { id } = await send(request, '/api/applications', { callId: callId ?? demo!.id, organisationId }, csrfToken);
  return { id: id!, email };
}

async function send(request: APIRequestContext, path: string, data: object, csrfToken?: string): Promise<Record<string, string>> {
  const answer = await request.post(path, { data, headers: csrfToken ? { 'x-csrf-token': csrfToken } : {} });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (answer.status() === 204 ? {} : await answer.json()) as Record<string, string>;
}

const REGISTERED = { kind: 'social_service_institution', registrationLevel: 'district', registeredOn: '2016-05-04', registrationAuthority: '扬州市广陵区民政局' };

const profileOf = ({ organisation, creditCode }: Stranger, nodeId: string) => ({
  nodeId, name: organisation, territoryCode: '321002', ...(creditCode ? { creditCode, ...REGISTERED } : { kind: 'community_group' }), address: '扬州市广陵区东关街 1 号',
  legalRepresentative: '沈月华', businessScope: '妇女、儿童和家庭社会工作服务', profile: '扎根东关街的家庭服务机构。', fullTimeStaff: 6, socialWorkers: 3, partyOrganisation: false, federationBody: true, inspections: [2023, 2024, 2025].map((year) => ({ year, verdict: 'passed' })),
});
