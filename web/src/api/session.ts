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

export interface Session {
  readonly account: Account;
  readonly csrfToken: string;
}

/** Signed in, or the password was right and the six digits of the authenticator are still wanted. */
export type SignInResult = { readonly kind: 'signed_in'; readonly session: Session } | { readonly kind: 'second_factor' };

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

/** `name` is an account name or an e-mail address; `code` the second factor, asked for only when it is needed. */
export async function signIn(name: string, password: string, code?: string): Promise<SignInResult> {
  try {
    const session = await http.post<Session>(PATH, { name, password, ...(code ? { code } : {}) });
    queryClient.clear();
    queryClient.setQueryData(sessionQuery.queryKey, keep(session));
    return { kind: 'signed_in', session };
  } catch (error) {
    if (error instanceof Problem && error.code.endsWith('second_factor_required')) return { kind: 'second_factor' };
    throw error;
  }
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
