import type { ReactNode } from 'react';
import { Icon } from './icon.js';

export interface Reason {
  /** `null`: not decided yet. */
  readonly holds: boolean | null;
  /** A whole sentence, as the server says it. */
  readonly sentence: string;
  /** A link, a figure, a name: what a person would look at next. */
  readonly extra?: ReactNode;
}

/** Ticks and crosses with their sentences: why something is, or is not, possible. */
export function ReasonList({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <ul className="reasons">
      {reasons.map(({ holds, sentence, extra }) => (
        <li key={sentence} className={holds === null ? 'tone-waiting' : holds ? 'tone-done' : 'tone-late'}>
          <Icon name={holds === null ? 'hourglass' : holds ? 'check' : 'cross'} />
          <span>{sentence}</span>
          {extra ? <span className="extra">{extra}</span> : null}
        </li>
      ))}
    </ul>
  );
}

export interface VerdictProps {
  readonly passed: boolean;
  /** The conclusion in one sentence. */
  readonly sentence: string;
  readonly reasons: readonly Reason[];
}

export function Verdict({ passed, sentence, reasons }: VerdictProps) {
  return (
    <section>
      <p className={`verdict-line ${passed ? 'tone-done' : 'tone-late'}`}>
        <Icon name={passed ? 'check' : 'cross'} />
        {sentence}
      </p>
      <ReasonList reasons={reasons} />
    </section>
  );
}
