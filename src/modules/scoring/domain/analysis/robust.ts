/** The middle of some numbers, or halfway between the two in the middle. Of none it is not a number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Makes the median absolute deviation of normally spread numbers their standard deviation. */
const NORMAL = 1.4826;

export function spreadOf(values: readonly number[]): number {
  const middle = median(values);
  return NORMAL * median(values.map((value) => Math.abs(value - middle)));
}

/** The value below which the share of the numbers lies, between neighbours in proportion (type 7 of Hyndman and Fan). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  return sorted[low]! + (sorted[Math.min(low + 1, sorted.length - 1)]! - sorted[low]!) * (at - low);
}

/** Kendall's τ-b over pairs of figures; null where one side has but one value. */
export function kendall(pairs: readonly (readonly [number, number])[]): number | null {
  let [concordant, discordant, tiedLeft, tiedRight] = [0, 0, 0, 0];
  for (let at = 0; at < pairs.length; at += 1) {
    for (let other = at + 1; other < pairs.length; other += 1) {
      const left = Math.sign(pairs[at]![0] - pairs[other]![0]);
      const right = Math.sign(pairs[at]![1] - pairs[other]![1]);
      if (left === 0) tiedLeft += 1;
      if (right === 0) tiedRight += 1;
      if (left * right > 0) concordant += 1;
      if (left * right < 0) discordant += 1;
    }
  }
  const all = (pairs.length * (pairs.length - 1)) / 2;
  const scale = Math.sqrt((all - tiedLeft) * (all - tiedRight));
  return scale === 0 ? null : (concordant - discordant) / scale;
}
