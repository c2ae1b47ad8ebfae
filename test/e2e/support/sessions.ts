import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';
import { generateSync } from 'otplib';
import { demoPerson, type DemoPerson } from './demo-people.js';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

const kept = new Map<string, Cookies>();
const HALF_MINUTE_MS = 30_000;

/**
 * Signs the browser in as a person of the demo. The session is kept for the whole run: a code serves once, and signing in anew for
 * every journey would wait for the next one.
 */
export async function signInAs(context: BrowserContext, who: string): Promise<DemoPerson> {
  const person = demoPerson(who);
  const cookies = kept.get(person.email);
  if (cookies) {
    await context.addCookies(cookies);
    if ((await context.request.get('/api/session')).ok()) return person;
    await context.clearCookies();
  }
  const answer = await context.request.post('/api/session', { data: { email: person.email, password: person.password } });
  if (!answer.ok()) throw new Error(`Signing in as ${person.email}: ${answer.status()} ${await answer.text()}`);
  const session = (await answer.json()) as { csrfToken: string; secondFactor: string };
  if (session.secondFactor === 'asked') await giveCode(context, person, session.csrfToken);
  kept.set(person.email, await context.cookies());
  return person;
}

/** A code that has served already, for a journey beside this one, is refused: then the next one is waited for. */
async function giveCode(context: BrowserContext, person: DemoPerson, csrfToken: string): Promise<void> {
  for (let tries = 0; tries < 4; tries += 1) {
    const answer = await context.request.post('/api/session/second-factor', { data: { code: codeOf(person) }, headers: { 'x-csrf-token': csrfToken } });
    if (answer.ok()) return;
    await sleep(HALF_MINUTE_MS - (Date.now() % HALF_MINUTE_MS) + 500);
  }
  throw new Error(`The second factor of ${person.email} is refused.`);
}

/** The six digits that her authenticator shows now. */
export function codeOf({ email, secret }: DemoPerson): string {
  if (!secret) throw new Error(`${email} has no authenticator.`);
  return generateSync({ secret });
}

/** A code that has not served yet in this half minute: waits for the next one. For forms that ask for it in the page. */
export async function nextCode(person: DemoPerson): Promise<string> {
  await sleep(HALF_MINUTE_MS - (Date.now() % HALF_MINUTE_MS) + 500);
  return codeOf(person);
}
