import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { ROOT } from '../../scripts/start/platform.mjs';
import { cpuMs, machineTime } from './cpu-meter.mjs';
import { agentWith, median, quantile, send } from './load.mjs';
import { aMatrix, isOptimal, makeField } from './p6-field.mjs';
import { openStage, prepareRound } from './stage.mjs';

const SIZE = { applications: 5_000, experts: 200, conflicts: 4_000 };
const EACH = 3;
const ROUNDS = 5;
/** What the best compiled solver of the day needs for this size, once its arcs are in place: LEMON's network simplex, 0.5–0.8 s. The lower end is taken. */
const FIXED_MS = 500;
/** Of the server and the database together; on a machine with nothing else to do it is what one waits. */
const END_TO_END_CPU_MS = 10_000;

/**
 * 5,000 applications, 200 experts, three experts each: the exact optimum against that fixed cost plus a bare loop over the matrix of a million
 * arcs in the same run, in processor time; then end to end, from the request to 15,000 rows on disk.
 */
export const p6 = { name: 'P6', title: '评审分配 Assignment 5,000 × 200 × 3', target: 5, pass: 30, run };

async function run(tell) {
  const dataDir = mkdtempSync(join(tmpdir(), 'qiongxiang-bench-'));
  chmodSync(dataDir, 0o711);
  try {
    const round = await prepareRound(dataDir, tell);
    const alone = await solveAlone(tell);
    const stage = await openStage(dataDir, round);
    try {
      const whole = await endToEnd(round, stage, tell);
      return { ...alone, facts: { ...alone.facts, ...whole.facts }, broken: [...alone.broken, ...whole.broken] };
    } finally {
      await stage.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const cpuOf = (work) => {
  const before = process.cpuUsage();
  const outcome = work();
  const { user, system } = process.cpuUsage(before);
  return { outcome, ms: (user + system) / 1000 };
};

async function solveAlone(tell) {
  const { assign } = await import(pathToFileURL(join(ROOT, 'dist', 'src', 'modules', 'scoring', 'domain', 'assignment', 'assign.js')).href);
  const { applications, experts } = SIZE;
  const capacities = new Int32Array(experts).fill(applications);
  const rounds = [];
  const broken = [];
  for (let at = 0; at < ROUNDS; at += 1) {
    const prices = aMatrix(SIZE, at + 1);
    const machine = machineTime();
    const ours = cpuOf(() => assign({ applications, experts, perApplication: EACH, prices, capacities }));
    const raw = cpuOf(() => loop(prices));
    const after = machineTime();
    const share = (key) => (after[key] - machine[key]) / Math.max(1, after.total - machine.total);
    rounds.push({ ours: ours.ms, raw: FIXED_MS + raw.ms, loop: raw.ms, idle: share('idle'), steal: share('steal') });
    broken.push(...faultsOf(ours.outcome, { applications, experts, prices, capacities }));
    tell(`第 ${at + 1} 轮 round ${at + 1}: ${ours.ms.toFixed(0)} / ${(FIXED_MS + raw.ms).toFixed(0)} CPU-ms = ${(ours.ms / (FIXED_MS + raw.ms)).toFixed(2)}×`);
  }
  const side = (key) => {
    const times = rounds.map((round) => round[key]);
    return { cpuPerOperation: median(times), perSecond: 1000 / median(times), p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99), idle: median(rounds.map(({ idle }) => idle)), steal: median(rounds.map(({ steal }) => steal)) };
  };
  return { ratio: median(rounds.map(({ ours, raw }) => ours / raw)), ours: side('ours'), raw: side('raw'), rounds: ROUNDS, broken, facts: { '百万弧一遍 one loop over the arcs (CPU-ms)': median(rounds.map(({ loop: one }) => one)) } };
}

/** Reads every arc once and keeps each row's cheapest: nobody solves anything in less. */
function loop(prices) {
  let sum = 0;
  for (let row = 0; row < SIZE.applications; row += 1) {
    let least = Number.MAX_SAFE_INTEGER;
    for (let at = row * SIZE.experts; at < (row + 1) * SIZE.experts; at += 1) if (prices[at] >= 0 && prices[at] < least) least = prices[at];
    sum += least;
  }
  return sum;
}

function faultsOf({ experts: given, loads, lacking }, problem) {
  const crossed = given.flatMap((own, row) => own.filter((expert) => problem.prices[row * problem.experts + expert] < 0)).length;
  return [
    ...(lacking.length > 0 ? [`${lacking.length} 份申报缺专家 applications lack experts`] : []),
    ...(crossed > 0 ? [`${crossed} 对有冲突 pairs cross a conflict`] : []),
    ...(Math.max(...loads) - Math.min(...loads) > 1 ? ['负担相差超过 1 the loads differ by more than one'] : []),
    ...(isOptimal({ ...problem, given, loads }) ? [] : ['不是最优 it is not the optimum']),
  ];
}

/** The dry run, then committing it: 5,000 applications, 200 profiles and their ties are read, 15,000 rows written. */
async function endToEnd({ callId, application, env }, stage, tell) {
  const { panel, officer } = await makeField(stage.ownerUrl, { callId, application, secretKey: env.SECRET_KEY, ...SIZE });
  const agent = agentWith(1);
  const path = `/api/calls/${callId}/assignments/${panel.stageKey}/${panel.blocKey}`;
  const post = async (to, body) => {
    const [started, cpu] = [performance.now(), cpuMs(stage.ours.roots)];
    const answer = await send(agent, stage.ours.url, { method: 'POST', path: to, headers: officer, body: JSON.stringify(body) });
    if (answer.status !== 200) throw new Error(`${to} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
    return { view: JSON.parse(answer.body), ms: performance.now() - started, cpu: cpuMs(stage.ours.roots) - cpu };
  };
  const settings = { perApplication: EACH, region: 'any' };
  const trial = await post(`${path}/trial`, settings);
  const commit = await post(path, { ...settings, mark: trial.view.mark });
  agent.destroy();
  tell(`试排 ${trial.cpu.toFixed(0)} CPU-ms（${trial.ms.toFixed(0)} ms），写入 ${commit.cpu.toFixed(0)} CPU-ms（${commit.ms.toFixed(0)} ms）：从请求到 ${EACH * SIZE.applications} 行 dry run and commit, to the rows on disk`);
  const broken = await faultsOnDisk(stage.ownerUrl, callId);
  if (commit.cpu > END_TO_END_CPU_MS) broken.push(`写入用了 ${(commit.cpu / 1000).toFixed(1)} CPU 秒 committing took more than ${END_TO_END_CPU_MS / 1000} CPU-s`);
  return { broken, facts: { '试排 dry run (ms)': trial.ms, '试排 dry run (CPU-ms)': trial.cpu, '写入 commit, reading and writing included (ms)': commit.ms, '写入 commit (CPU-ms)': commit.cpu } };
}

async function faultsOnDisk(ownerUrl, callId) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: [row] } = await client.query(
      `with given as (select a.seat_id, a.application_id, p.account_id from judge_assignment a join panel_seat p on p.id = a.seat_id where p.call_id = $1), loads as (select count(*) n from given group by seat_id)
       select (select count(*)::int from given) as pairs, (select max(n) - min(n) from loads)::int as spread,
         (select count(*)::int from given g join application a on a.id = g.application_id join expert_tie t on t.account_id = g.account_id and t.organisation_id = a.organisation_id) as crossed`, [callId]);
    return [
      ...(row.pairs === EACH * SIZE.applications ? [] : [`写入 ${row.pairs} 行 rows were written`]),
      ...(row.spread <= 1 ? [] : [`负担相差 ${row.spread} the loads differ by ${row.spread}`]),
      ...(row.crossed === 0 ? [] : [`${row.crossed} 对有冲突 pairs cross a conflict`]),
    ];
  } finally {
    await client.end();
  }
}
