/** Every published figure of the manifest that comes out otherwise; none when all agree. @throws when it cannot be read */
export function differences(manifest: object): string[];

export interface RecomputedResult {
  readonly applicationId: string;
  readonly total: string | null;
  readonly groupNormalised: string | null;
  readonly rank: number | null;
  readonly rankInGroup: number | null;
  /** Codes, joined by commas; empty for whoever is ranked. */
  readonly notRankable: string;
}

/** The results as they follow from the manifest's rules and sheets. */
export function recompute(manifest: object): RecomputedResult[];
