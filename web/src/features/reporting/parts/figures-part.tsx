import type { ReactNode } from 'react';
import { Empty } from '../../../ui/index.js';

export interface FiguresPartProps {
  /** The end of the address that leads here. */
  readonly id: string;
  readonly title: string;
  /** Said instead of the content while there is nothing to count. */
  readonly none?: { readonly why: string; readonly what: string } | false;
  readonly children?: ReactNode;
}

export function FiguresPart({ id, title, none, children }: FiguresPartProps) {
  return (
    <section className="figures-part" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {none ? <Empty small {...none} /> : children}
    </section>
  );
}
