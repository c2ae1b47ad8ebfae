import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export interface TaskRow {
  readonly id: string;
  /** What is to be done, as a link to where it is done. */
  readonly what: string;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  /** Whose it is, in smaller ink. */
  readonly about: string;
  /** By when, or how long it waits. */
  readonly by?: ReactNode;
}

export interface TaskRowsProps {
  readonly title: string;
  readonly rows: readonly TaskRow[];
  /** How many there are, where fewer are shown. */
  readonly count?: number;
  /** A link to all of them, where the home shows only the first. */
  readonly more?: ReactNode;
}

/** A part of a home page: what waits, one line each. */
export function TaskRows({ title, rows, count = rows.length, more }: TaskRowsProps) {
  return (
    <section className="home-part">
      <h2>
        {title}
        <span className="count">{count}</span>
      </h2>
      <ul className="task-rows">
        {rows.map(({ id, what, to, search, about, by }) => (
          <li key={id}>
            <span className="what">
              <Link to={to} search={(search ?? {}) as never}>
                {what}
              </Link>
            </span>
            <span className="about">{about}</span>
            {by ? <span className="by">{by}</span> : null}
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}
