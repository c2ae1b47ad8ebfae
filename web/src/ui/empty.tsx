import type { ReactNode } from 'react';
import { Mark } from './mark.js';

export interface EmptyProps {
  /** Why there is nothing here. */
  readonly why: string;
  /** What the reader can do, or when something will come. */
  readonly what: string;
  /** A link or an ActionButton. */
  readonly action?: ReactNode;
  /** Without ornament, for one part among others on a page. */
  readonly small?: boolean;
}

export function Empty({ why, what, action, small = false }: EmptyProps) {
  return (
    <div className={`empty ${small ? 'small' : ''}`}>
      {small ? null : <Mark size={44} />}
      <p className="empty-title">{why}</p>
      <p>{what}</p>
      {action}
    </div>
  );
}
