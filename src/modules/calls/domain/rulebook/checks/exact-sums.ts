/** Adds numbers of at most four decimals without binary drift: 33.33 + 33.33 + 33.34 is 100. */
export function exactSum(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.round(value * 10_000), 0) / 10_000;
}

/** Whether `step` fits a whole number of times into `max`, both of at most four decimals. */
export function divides(step: number, max: number): boolean {
  return Math.round(max * 10_000) % Math.round(step * 10_000) === 0;
}
