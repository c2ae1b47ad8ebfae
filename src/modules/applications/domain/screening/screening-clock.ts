/** A time in which the applicant was waited for; open while `until` is null. */
export interface Pause {
  readonly from: Date;
  readonly until: Date | null;
}

/** When a decision is due, and whether the time runs. */
export interface ScreeningClock {
  readonly dueAt: Date;
  /** Since when it stands still; null while it runs. */
  readonly pausedSince: Date | null;
  readonly pausedMs: number;
  readonly overdue: boolean;
}

/** Moves the end of the term by all the time in which the applicant was waited for; times that overlap count once. @param end of the term as it was first counted */
export function screeningClock(end: Date, pauses: readonly Pause[], now: Date): ScreeningClock {
  const spans = pauses.map(({ from, until }) => [from.getTime(), (until ?? now).getTime()] as const).sort(([a], [b]) => a - b);
  let [pausedMs, reached] = [0, -Infinity];
  for (const [from, until] of spans) {
    pausedMs += Math.max(0, until - Math.max(from, reached));
    reached = Math.max(reached, until);
  }
  const open = pauses.filter(({ until }) => until === null).map(({ from }) => from.getTime());
  const dueAt = new Date(end.getTime() + pausedMs);
  return { dueAt, pausedMs, pausedSince: open.length > 0 ? new Date(Math.min(...open)) : null, overdue: open.length === 0 && now > dueAt };
}
