import { queryOptions, useQuery } from '@tanstack/react-query';
import { keepCsrfToken } from './client.js';
import { secondFactorFinish, secondFactorStart, sessionCreate, sessionEnd, sessionSecondFactor, sessionShow } from './generated/sdk.gen.js';
import type { EnrolmentView, RoleView, SessionAccountView, SessionView } from './generated/types.gen.js';
import { pageIsHeld } from './held-page.js';
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

export type HeldRole = Omit<RoleView, 'role'> & { readonly role: Role };
export type Account = Omit<SessionAccountView, 'roles' | 'language'> & { readonly language: 'zh' | 'en'; readonly roles: readonly HeldRole[] };
/** What stands between the person and the work: nothing, the code of an authenticator, or setting one up. */
export type FactorState = SessionView['secondFactor'];
export type Session = Omit<SessionView, 'account'> & { readonly account: Account };

/** The session as the server knows it, also while it still owes its second factor; `null` for a visitor. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 5 * 60_000,
});

/** True once everything that signing in asks for has been given: only then do the other routes answer. */
export function isWhole(session: Session | null | undefined): session is Session {
  return session?.secondFactor === 'passed' || session?.secondFactor === 'not_needed';
}

/** Who is signed in; `null` for a visitor and for whoever still owes a second factor, `undefined` while that is not known yet. */
export function useSession(): Session | null | undefined {
  const { data } = useQuery(sessionQuery);
  return data && !isWhole(data) ? null : data;
}

/** True when the account holds one of the roles anywhere. An empty list admits everybody who is signed in. */
export function holdsOneOf(account: Account, roles: readonly Role[]): boolean {
  return roles.length === 0 || account.roles.some((held) => roles.includes(held.role));
}

async function readSession(): Promise<Session | null> {
  try {
    return keep(await sessionShow());
  } catch (error) {
    // A held page keeps the session that it knew until the person has signed in again.
    if (error instanceof Problem && error.status === 401 && !pageIsHeld()) return null;
    throw error;
  }
}

/** The first step. The session says in `secondFactor` what is still wanted. */
export async function signIn(email: string, password: string): Promise<Session> {
  const session = keep(await sessionCreate({ body: { email, password } }));
  forgetAllButSession();
  return adoptSession(session);
}

/** The first step again, over a page that is held: the house hears of the session only once it is whole. */
export async function signInAgain(email: string, password: string): Promise<Session> {
  const session = keep(await sessionCreate({ body: { email, password } }));
  return isWhole(session) ? adoptSession(session) : session;
}

/** The second step, or a fresh proof in the middle of work: a code of the authenticator or a recovery code. */
export async function giveSecondFactor(code: string): Promise<Session> {
  return adoptSession(keep(await sessionSecondFactor({ body: { code } })));
}

/** Begins setting an authenticator up: the secret as text and as an address to be scanned. */
export const beginEnrolment = (): Promise<EnrolmentView> => secondFactorStart();

/** Ends it with the first code. The recovery codes are told this once. The session is known to the house only after `adoptSession`. */
export async function confirmEnrolment(code: string): Promise<{ session: Session; recoveryCodes: readonly string[] }> {
  const enrolled = await secondFactorFinish({ body: { code } });
  return { session: keep(enrolled), recoveryCodes: enrolled.recoveryCodes };
}

/** Lets every page know the session. Where it is somebody else's than before, over a held page, what was read goes with the first one. */
export function adoptSession(session: Session): Session {
  const known = queryClient.getQueryData(sessionQuery.queryKey);
  if (known && known.account.id !== session.account.id) forgetAllButSession();
  queryClient.setQueryData(sessionQuery.queryKey, session);
  return session;
}

/** Ends the session here and on the server, and forgets everything that was read in it. */
export async function signOut(): Promise<void> {
  await sessionEnd();
  keepCsrfToken('');
  forgetAllButSession();
  queryClient.setQueryData(sessionQuery.queryKey, null);
}

/** What somebody else has read is nobody's business. The session itself stays: the page that shows it is listening to that very entry. */
function forgetAllButSession(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  queryClient.getMutationCache().clear();
}

function keep(session: SessionView): Session {
  keepCsrfToken(session.csrfToken);
  return session as Session;
}
