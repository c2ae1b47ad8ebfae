import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Way } from './table-behind.js';

/** A number, or whatever else leads to its table. */
export function WayLink({ way: { to, search, hash }, className, children }: { readonly way: Way; readonly className?: string; readonly children: ReactNode }) {
  return (
    <Link to={to} {...(search ? { search: search as never } : {})} {...(hash ? { hash } : {})} {...(className ? { className } : {})}>
      {children}
    </Link>
  );
}
