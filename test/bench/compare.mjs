import { cpuMs, machineTime } from './cpu-meter.mjs';
import { closedLoop, median, quantile } from './load.mjs';

const LEAST_CPU_MS = 500;
/** A server that has answered less often is still being compiled, which on a full machine takes longer than any warm-up of seconds. */
const WARM_OPERATIONS = Number(process.env.BENCH_WARM ?? 1_500);
const LONGEST_WARM_UP_SECONDS = 90;

/**
 * Ours and the raw limit in turn, A-B-A-B, so that both meet the same machine. The score is the median over the rounds of processor time
 * per operation of the server and the database, divided by the raw one's; a round with an error, or too short to be read, does not count.
 * @returns {Promise<{ratio: number, ours: object, raw: object, rounds: object[]}>}
 */
export async function compare({ ours, raw, count, seconds, warmUpSeconds, connections, tell }) {
  for (const side of [ours, raw]) await warmUp(side, connections, warmUpSeconds);
  const rounds = [];
  for (let at = 0; at < count; at += 1) {
    const round = { ours: await once(ours, connections, seconds), raw: await once(raw, connections, seconds) };
    round.ratio = round.ours.cpuPerOperation / round.raw.cpuPerOperation;
    round.counts = [round.ours, round.raw].every(({ errors, cpu }) => errors.length === 0 && cpu >= LEAST_CPU_MS);
    rounds.push(round);
    tell(`第 ${at + 1} 轮 round ${at + 1}: ${round.ours.cpuPerOperation.toFixed(2)} / ${round.raw.cpuPerOperation.toFixed(2)} CPU-ms = ${round.ratio.toFixed(2)}×${round.counts ? '' : ` （不计 not counted: ${[...round.ours.errors, ...round.raw.errors][0] ?? 'too short'}）`}`);
  }
  const counted = rounds.filter((round) => round.counts);
  if (counted.length === 0) throw new Error('No round could be counted.');
  return { ratio: median(counted.map(({ ratio }) => ratio)), ours: summary(counted, 'ours'), raw: summary(counted, 'raw'), rounds: counted.length };
}

async function warmUp(side, connections, seconds) {
  const until = Date.now() + LONGEST_WARM_UP_SECONDS * 1000;
  for (let operations = 0; operations < WARM_OPERATIONS && Date.now() < until; ) {
    const turn = await closedLoop({ ...side, connections, seconds });
    if (turn.errors.length > 0) throw new Error(turn.errors[0]);
    operations += turn.operations;
  }
}

async function once(side, connections, seconds) {
  const before = { cpu: cpuMs(side.roots), machine: machineTime() };
  const { operations, errors, latencies } = await closedLoop({ ...side, connections, seconds });
  const machine = machineTime();
  const cpu = cpuMs(side.roots) - before.cpu;
  const share = (key) => (machine[key] - before.machine[key]) / (machine.total - before.machine.total);
  return { operations, errors, latencies, cpu, cpuPerOperation: cpu / operations, perSecond: operations / seconds, idle: share('idle'), steal: share('steal') };
}

function summary(rounds, side) {
  const latencies = rounds.flatMap((round) => round[side].latencies);
  const middle = (key) => median(rounds.map((round) => round[side][key]));
  return {
    cpuPerOperation: middle('cpuPerOperation'), perSecond: middle('perSecond'), idle: middle('idle'), steal: middle('steal'),
    p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95), p99: quantile(latencies, 0.99),
  };
}
