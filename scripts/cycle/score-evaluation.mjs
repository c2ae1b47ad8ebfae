/** Scores of a whole evaluation grid at one percentage: for rehearsals, the demo programme and the tests. */
export function scoreEvaluation(grid, percent) {
  const points = {};
  for (const { key, weight, indicators } of grid.dimensions) {
    const places = indicators.length === 0 ? [[key, weight]] : indicators.map((one) => [`${key}.${one.key}`, one.weight]);
    for (const [path, max] of places) points[path] = String(Math.round(max * percent) / 100);
  }
  return { points, quantities: {}, bonus: '0', vetoes: [] };
}
