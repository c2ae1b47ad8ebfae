import type { ReactNode } from 'react';
import './facts.css';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** What explains it, in smaller ink below. */
  readonly note?: ReactNode;
}

/** What is known of a record, name and value in two columns; amounts among them line up at the right. */
export function Facts({ facts, label }: { readonly facts: readonly Fact[]; readonly label?: string }) {
  return (
    <dl className="facts" aria-label={label}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value}
            {fact.note ? <span className="note">{fact.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
