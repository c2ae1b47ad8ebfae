import type { BrowserContext } from '@playwright/test';
import { generateSync } from 'otplib';
import { Api } from './api.js';
import { linkInLetter } from './applicants.js';

const PASSWORD = 'lanterns over the slow canal';

/** Makes the browser that of a second officer at the place: invited, a password chosen, an authenticator set up. Over the interface; answers her name. */
export async function becomeAnotherOfficer(context: BrowserContext, administrator: BrowserContext, nodePath: string): Promise<string> {
  const name = '顾念慈';
  const email = `second-officer-${Date.now().toString(36)}@example.org`;
  const { request } = context;
  const token = await invited(administrator, { name, email, nodePath });
  await ok(request.post('/api/invitations/acceptance', { data: { token, password: PASSWORD } }));
  const { csrfToken } = await ok<{ csrfToken: string }>(request.post('/api/session', { data: { email, password: PASSWORD } }));
  const headers = { 'x-csrf-token': csrfToken };
  const { secret } = await ok<{ secret: string }>(request.post('/api/second-factor', { headers }));
  await ok(request.post('/api/second-factor/confirmation', { data: { code: generateSync({ secret }) }, headers }));
  return name;
}

async function invited(administrator: BrowserContext, { name, email, nodePath }: { name: string; email: string; nodePath: string }): Promise<string> {
  const api = new Api(administrator);
  const node = (await api.get<{ id: string; path: string }[]>('/organisers')).find(({ path }) => path === nodePath)!;
  await api.post('/admin/accounts', { name, email, language: 'zh', roles: [{ role: 'officer', nodeId: node.id }] });
  return (await linkInLetter(administrator, email)).split('token=')[1]!;
}

async function ok<T>(answer: ReturnType<BrowserContext['request']['post']>): Promise<T> {
  const got = await answer;
  const text = await got.text();
  if (!got.ok()) throw new Error(`${got.url()}: ${got.status()} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
