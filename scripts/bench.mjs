/**
 * `npm run bench [-- P1 …] [--keep]`: each scenario against its raw limit in the same run, in processor time per operation of the server and the
 * database together, on a PostgreSQL of its own with fsync and synchronous_commit on. Ends with a non-zero code when an invariant broke;
 * `--keep` writes what was measured into docs/performance.md and its picture.
 */
import { ensureDependencies, requireNode } from './start/dependencies.mjs';
import { ROOT } from './start/platform.mjs';
import { Trouble, tellTrouble } from './trouble.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

async function main() {
  requireNode();
  ensureDependencies(ROOT, () => {});
  // Loaded late: the packages are there only now.
  const { scenarios } = await import('../test/bench/scenarios.mjs');
  const keep = process.argv.includes('--keep');
  const wanted = process.argv.slice(2).filter((word) => word !== '--keep');
  const unknown = wanted.find((name) => !scenarios.some((scenario) => scenario.name === name));
  if (unknown) throw new Trouble('scenario', `没有场景 ${unknown}；可选：${scenarios.map(({ name }) => name).join('、')}。`, `There is no scenario ${unknown}.`);
  const results = [];
  for (const scenario of scenarios.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    say(`\n▸ ${scenario.name} ${scenario.title}`);
    const result = await scenario.run((line) => say(`  ${line}`));
    results.push({ scenario, result });
    tellResult(scenario, result);
    // At once: a later scenario may fail.
    if (keep) (await import('../test/bench/report.mjs')).keepResults(ROOT, results);
  }
  process.exitCode = results.every(({ result }) => result.broken.length === 0) ? 0 : 1;
}

function tellResult({ name, target, pass }, { ratio, ours, raw, facts, broken, rounds }) {
  const side = ({ cpuPerOperation, perSecond, p50, p95, p99, idle, steal }) =>
    `${cpuPerOperation.toFixed(2)} CPU-ms, ${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} p95 ${p95.toFixed(1)} p99 ${p99.toFixed(1)} ms, idle ${(idle * 100).toFixed(0)} % steal ${(steal * 100).toFixed(0)} %`;
  say(`  ours: ${side(ours)}`);
  say(`  raw:  ${side(raw)}`);
  for (const [key, value] of Object.entries(facts)) say(`  ${key}: ${typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(1) : value}`);
  for (const sentence of broken) say(`  ✗ ${sentence}`);
  const verdict = broken.length > 0 ? '不变式被破坏 an invariant broke' : ratio <= target ? '达到目标 target reached' : ratio <= pass ? '合格 passes' : '未达标 misses';
  say(`${name} ${ratio.toFixed(2)}× (${rounds} rounds; target ≤ ${target}×, pass ≤ ${pass}×): ${verdict}`);
}

main().catch((error) => {
  tellTrouble(error);
  process.exitCode = 1;
}).finally(() => process.exit());
