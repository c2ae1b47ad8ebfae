import { queryOptions, useQuery } from '@tanstack/react-query';
import { http, keepCsrfToken } from './client.js';
import type { Language } from './language.js';
import { Problem } from './problem.js';
import { queryClient } from './query-client.js';

export type Role =
  | 'applicant'
  | 'officer'
  | 'screener'
  | 'expert'
  | 'roadshow_judge'
  | 'mentor'
  | 'finance_maker'
  | 'finance_approver'
  | 'evaluator'
  | 'auditor'
  | 'administrator';

export interface HeldRole {
  readonly role: Role;
  readonly nodeName?: string;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly HeldRole[];
}

/** What stands between the person and the work: nothing, the code of an authenticator, or setting one up. */
export type FactorState = 'not_needed' | 'passed' | 'asked' | 'to_be_enrolled';

export interface Session {
  readonly account: Account;
  readonly csrfToken: string;
  readonly secondFactorEnabled: boolean;
  readonly secondFactor: FactorState;
}

const PATH = '/api/session';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 5 * 60_000,
});

/** Who is signed in; `null` for a visitor, `undefined` while that is not known yet. */
export function useSession(): Session | null | undefined {
  return useQuery(sessionQuery).data;
}

/** True when the account holds one of the roles anywhere. An empty list admits everybody who is signed in. */
export function holdsOneOf(account: Account, roles: readonly Role[]): boolean {
  return roles.length === 0 || account.roles.some((held) => roles.includes(held.role));
}

async function readSession(): Promise<Session | null> {
  try {
    return keep(await http.get<Session>(PATH));
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

/** The first step. Look at `secondFactor` of the answer: until it is passed or not needed, no role counts. */
export async function signIn(email: string, password: string): Promise<Session> {
  const session = await http.post<Session>(PATH, { email, password });
  queryClient.clear();
  return adoptSession(session);
}

/** Gives the six digits, or a recovery code: at sign-in, and again before what asks for a fresh one. */
export async function giveSecondFactor(code: string): Promise<Session> {
  return adoptSession(await http.post<Session>(`${PATH}/second-factor`, { code }));
}

/** Every answer that carries a session also carries its new token: it replaces what was known. */
export function adoptSession(session: Session): Session {
  queryClient.setQueryData(sessionQuery.queryKey, keep(session));
  return session;
}

/** Ends the session here and on the server, and forgets everything that was read in it. */
export async function signOut(): Promise<void> {
  await http.remove(PATH);
  keepCsrfToken('');
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, null);
}

function keep(session: Session): Session {
  keepCsrfToken(session.csrfToken);
  return session;
}
