import { redirect } from '@tanstack/react-router';
import { queryClient } from '../api/query-client.js';
import { isWhole, sessionQuery, type Account, type Session } from '../api/session.js';

const JUDGES = new Set(['expert', 'roadshow_judge']);

/** Where somebody starts: a person who only judges on the judge's page, everybody else at the desk. */
export function homeOf(account: Account): string {
  const onlyJudges = account.roles.length > 0 && account.roles.every(({ role }) => JUDGES.has(role));
  return onlyJudges ? '/judge' : '/desk';
}

/** For `beforeLoad`: a whole session, or a redirect to the sign-in page that remembers where the person wanted to go. */
export async function requireSession({ location }: { location: { href: string } }): Promise<Session> {
  // A remembered "nobody" is asked again: the person may have signed in from another tab.
  const session = queryClient.getQueryData(sessionQuery.queryKey) ?? (await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }));
  // The sign-in page also asks for the code, or helps to set an authenticator up, where that is still owed.
  if (!isWhole(session)) throw redirect({ to: '/sign-in', search: { next: location.href } as never });
  return session;
}

/** A return path is followed only inside this site: `//elsewhere` and `/\elsewhere` would leave it. */
export function safeReturn(next: string | undefined): string | null {
  if (!next || !/^\/(?![/\\])/.test(next)) return null;
  return next.startsWith('/sign-in') ? null : next;
}
