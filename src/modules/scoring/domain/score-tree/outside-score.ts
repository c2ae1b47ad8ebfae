import { Ratio } from './ratio.js';
import type { ScoredApplication } from './sheets.js';
import type { Normalisation } from './tree.js';

/** The largest raw value of each source in the round: `share-of-best` measures against it. */
export type BestBySource = ReadonlyMap<string, Ratio>;

export function bestBySource(applications: readonly ScoredApplication[]): BestBySource {
  const best = new Map<string, Ratio>();
  for (const application of applications) {
    for (const [source, text] of Object.entries(application.outside)) {
      const value = Ratio.parse(text);
      const known = best.get(source);
      if (known === undefined || value.compare(known) > 0) best.set(source, value);
    }
  }
  return best;
}

/** Brings a raw value to points from 0 to `outOf`; says whether it had to be clipped. */
export function normalise(
  rule: Normalisation,
  raw: Ratio,
  best: Ratio,
  outOf: Ratio,
): { readonly score: Ratio; readonly clipped: boolean } {
  const points = unclipped(rule, raw, best, outOf);
  if (points.compare(outOf) > 0) return { score: outOf, clipped: true };
  if (points.compare(Ratio.zero) < 0) return { score: Ratio.zero, clipped: true };
  return { score: points, clipped: false };
}

function unclipped(rule: Normalisation, raw: Ratio, best: Ratio, outOf: Ratio): Ratio {
  switch (rule.by) {
    case 'points':
      return raw.over(Ratio.parse(rule.max)).times(outOf);
    case 'target':
      return raw.over(Ratio.parse(rule.target)).times(outOf);
    case 'share-of-best':
      return best.isZero() ? Ratio.zero : raw.over(best).times(outOf);
    case 'bands':
      return highestBand(rule.bands, raw);
  }
}

function highestBand(bands: (Normalisation & { by: 'bands' })['bands'], raw: Ratio): Ratio {
  const reached = bands
    .filter((band) => Ratio.parse(band.from).compare(raw) <= 0)
    .sort((a, b) => Ratio.parse(b.from).compare(Ratio.parse(a.from)));
  return reached[0] ? Ratio.parse(reached[0].points) : Ratio.zero;
}
