import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { pictureOf } from './picture.mjs';

const BEGIN = '<!-- results: written by npm run bench -->';
const END = '<!-- /results -->';

/**
 * Keeps the results of this run in `docs/performance.json` beside those of other scenarios from earlier runs, and from all of them makes the
 * table of `docs/performance.md` and the picture `docs/performance.svg`.
 */
export function keepResults(root, results) {
  const docs = join(root, 'docs');
  const file = join(docs, 'performance.json');
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  for (const { scenario, result } of results) kept[scenario.name] = entry(scenario, result);
  writeResults(docs, file, kept);
}

function writeResults(docs, file, kept) {
  const sorted = Object.fromEntries(Object.entries(kept).sort(([a], [b]) => a.localeCompare(b)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
  writeFileSync(join(docs, 'performance.svg'), pictureOf(sorted));
  const page = join(docs, 'performance.md');
  const text = readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error('docs/performance.md has lost the place of the results.');
  writeFileSync(page, `${text.slice(0, from)}${BEGIN}\n\n${tablesOf(sorted)}\n${text.slice(to)}`);
}

const round = (value, digits = 2) => Number(value.toFixed(digits));

function entry({ title, target, pass }, { ratio, ours, raw, rounds, facts, broken, curve }) {
  const side = ({ cpuPerOperation, perSecond, p50, p99, idle }) => ({ cpuMs: round(cpuPerOperation), perSecond: Math.round(perSecond), p50: round(p50, 1), p99: round(p99, 1), idle: round(idle) });
  return {
    title, ratio: round(ratio), target, pass, rounds, ours: side(ours), raw: side(raw), broken,
    facts: Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, typeof value === 'number' ? round(value) : value])),
    ...(curve ? { curve: curve.map((point) => Object.fromEntries(Object.entries(point).map(([key, value]) => [key, round(value)]))) } : {}),
    date: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} 核 cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node.split('.')[0]}, 负载 load ${loadavg()[1].toFixed(0)}`,
  };
}

const verdictOf = ({ ratio, target, pass, broken }) => (broken.length > 0 ? '不变式被破坏 broken' : ratio <= target ? '达到目标 target' : ratio <= pass ? '合格 pass' : '未达标 miss');

function tablesOf(kept) {
  const rows = Object.entries(kept).map(([name, one]) => `| ${name} ${one.title} | ${one.raw.cpuMs} | ${one.ours.cpuMs} | **${one.ratio}×** | ≤ ${one.pass}× | ≤ ${one.target}× | ${verdictOf(one)} | ${one.ours.p50} / ${one.ours.p99} | ${Math.round(one.ours.idle * 100)} % | ${one.date} | ${one.machine} |`);
  const facts = Object.entries(kept).map(([name, { facts: found, broken }]) => `| ${name} | ${Object.entries(found).map(([key, value]) => `${key} ${value}`).join('; ')} | ${broken.join('; ') || '—'} |`);
  const curves = Object.entries(kept).filter(([, { curve }]) => curve).map(([name, { title, curve }]) => [
    `### ${name} ${title}：随份数增长 growth (CPU-ms)`, '', `| ${Object.keys(curve[0]).join(' | ')} |`, `|${Object.keys(curve[0]).map(() => '--:').join('|')}|`,
    ...curve.map((point) => `| ${Object.values(point).join(' | ')} |`), '',
  ].join('\n'));
  return [
    '| 场景 Scenario | 原始 raw CPU-ms | 本平台 ours CPU-ms | 比值 ratio | 合格 pass | 目标 target | 结果 result | p50 / p99 ms | 空闲 idle | 日期 date | 机器 machine |',
    '|---|--:|--:|--:|--:|--:|---|--:|--:|---|---|', ...rows, '',
    '| 场景 Scenario | 其他数字 other figures | 被破坏的不变式 broken invariants |', '|---|---|---|', ...facts, '', ...curves,
  ].join('\n');
}
