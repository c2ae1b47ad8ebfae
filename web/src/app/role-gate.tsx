import type { ComponentType } from 'react';
import { holdsOneOf, useSession, type Role } from '../api/session.js';
import { Forbidden } from './stray.js';

/** A courtesy before the server's own refusal: says which role the page needs. */
export function RoleGate({ roles, page: Component }: { readonly roles: readonly Role[]; readonly page: ComponentType }) {
  const session = useSession();
  if (!session) return null;
  return holdsOneOf(session.account, roles) ? <Component /> : <Forbidden account={session.account} wanted={roles} />;
}
