import type { ReactNode } from 'react';

export interface CountedPartProps {
  readonly title: string;
  readonly count: number;
  readonly className: string;
  readonly children: ReactNode;
}

/** A part of a list under its heading with how many stand in it; nothing where none do. */
export function CountedPart({ title, count, className, children }: CountedPartProps) {
  if (count === 0) return null;
  return (
    <section className={className}>
      <h2>
        {title} <span className="count">{count}</span>
      </h2>
      {children}
    </section>
  );
}
