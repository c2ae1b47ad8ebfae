import { Instant } from './instant.js';
import type { Tone } from './tone.js';

export interface TimelineEntry {
  readonly id: string;
  readonly what: string;
  readonly at?: string;
  readonly who?: string;
  readonly note?: string;
  readonly tone?: Tone;
}

/** What has happened to one record, newest first, as the caller orders it. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.id} className={`tone-${entry.tone ?? 'quiet'}`}>
          <span className="what">{entry.what}</span>
          {entry.at ? (
            <span className="when">
              <Instant at={entry.at} zone={false} />
            </span>
          ) : null}
          {entry.who ? <span className="who">{entry.who}</span> : null}
          {entry.note ? <span className="note">{entry.note}</span> : null}
        </li>
      ))}
    </ol>
  );
}
