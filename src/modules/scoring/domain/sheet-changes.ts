import type { Entries } from './check-sheet.js';

export interface KeptVersion {
  readonly version: number;
  readonly status: string;
  readonly entries: Entries;
  readonly comment: string;
  readonly reason: string | null;
  readonly actorId: string;
  readonly at: Date;
}

export interface CriterionChange {
  readonly criterion: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reasonChanged: boolean;
}

/** What one version says otherwise than the one before it, criterion by criterion in the order given. */
export function changesBetween(criteria: readonly string[], before: Entries, after: Entries): CriterionChange[] {
  const said = (entries: Entries, criterion: string) => ({ points: null, reason: '', ...entries[criterion] });
  return criteria.flatMap((criterion) => {
    const [one, other] = [said(before, criterion), said(after, criterion)];
    const reasonChanged = one.reason !== other.reason;
    return one.points === other.points && !reasonChanged ? [] : [{ criterion, from: one.points, to: other.points, reasonChanged }];
  });
}
