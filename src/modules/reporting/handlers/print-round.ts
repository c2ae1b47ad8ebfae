import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { PdfRenderer } from '#libs/documents';
import { fen, formatFen, toWords } from '#libs/money';
import type { GatheredRound } from './gather-round.js';
import { awardWord, categoryOf, instantText, isAnnounced, projectWord } from './round-words.js';
import type { RoundStageView } from './figures.view.js';
import type { RoundStatisticsView } from './statistics.view.js';

const TEMPLATE = readFileSync(new URL('../templates/round-report.typ', import.meta.url), 'utf8');

/** The round as a document to be filed: figures, lists, sums in words. */
@Injectable()
export class PrintRound {
  constructor(private readonly pdf: PdfRenderer) {}

  /** @throws DomainError `document.character-missing` naming what the fonts lack */
  run(gathered: GatheredRound): Promise<Buffer> {
    return this.pdf.render({ source: TEMPLATE }, { issuedAt: gathered.statistics.asOf, ...reportWords(gathered) });
  }
}

/** Everything that the template shows, as text. */
export function reportWords(gathered: GatheredRound): Record<string, unknown> {
  const { round, statistics, head } = gathered;
  const { counts, money } = statistics;
  return {
    title: `${round.title.zh}批次报告`, heading: round.title.zh, number: round.number, organisers: round.organisers.map(({ zh }) => zh).join('、'), status: statistics.label.zh,
    asOf: instantText(statistics.asOf), internal: !isAnnounced(gathered),
    overview: [
      ['申报', `${counts.applications} 份`], ['资格审查通过', `${counts.admitted} 份`], ['立项', `${counts.awards} 项`], ['项目', `${counts.projects} 项`], ['已结项', `${counts.completed} 项`],
      ['逾期事项', `${statistics.lateTotal} 项`],
    ],
    money: moneyLines(money),
    stages: statistics.line.map(stageLineOf),
    categories: statistics.categories.map((one) => [one.title.zh, String(one.applications), sum(one.requestedFen), String(one.awards), sum(one.awardedFen)]),
    categoryTotal: ['合计', String(counts.applications), sum(money.requestedFen), String(counts.awards), sum(money.awardedFen)],
    refusals: statistics.refusals.map(({ text, failed, excluded }) => [text.zh, String(failed), String(excluded)]),
    scores: scoreWords(statistics), ranking: rankingOf(gathered), awards: awardsOf(gathered), awardedWords: toWords(fen(money.awardedFen)), awardedSum: sum(money.awardedFen),
    tranches: statistics.tranches.map(({ label, count, fen: amount }) => [label.zh, String(count), sum(amount)]), paidWords: toWords(fen(money.paidFen)), paidSum: sum(money.paidFen),
    projects: statistics.projects.map(({ label, count, fen: amount }) => [label.zh, String(count), sum(amount)]),
    milestones: statistics.milestones.map(({ label, count }) => [label.zh, String(count)]),
    evaluations: statistics.evaluations.map(({ title, count, passed }) => [title.zh, String(count), String(passed)]),
    late: statistics.lateThings.map((one) => [one.label.zh, one.title, [one.organisation, one.detail?.zh].filter(Boolean).join('，') || '—', String(one.count), instantText(one.dueAt)]),
    trail: { size: head.size, root: head.root },
  };
}

/** `¥` is left to the heading of the column. */
const sum = (amount: number): string => formatFen(fen(amount)).replace('¥', '');

function moneyLines(money: RoundStatisticsView['money']): string[][] {
  const lines: [string, number][] = [['资金总额', money.poolFen], ['申请金额', money.requestedFen], ['立项金额', money.awardedFen], ['已到账', money.receivedFen], ['已支付', money.paidFen], ['已退回', money.returnedFen]];
  return lines.map(([name, amount]) => [name, sum(amount)]);
}

const STATES = { done: '已完成', current: '进行中', ahead: '未开始' } as const;

function stageLineOf({ title, opensAt, closesAt, state, late, figures }: RoundStageView): string[] {
  const term = opensAt ? `${instantText(opensAt)} 至 ${instantText(closesAt)}` : closesAt ? `${instantText(closesAt)} 止` : '—';
  return [title.zh, term, late ? `${STATES[state]}（逾期）` : STATES[state], figures.map(({ label, count, of }) => `${label.zh} ${count}${of === null ? '' : ` / ${of}`}`).join('；') || '—'];
}

function scoreWords({ scores }: RoundStatisticsView): Record<string, unknown> | null {
  if (scores.count === 0) return null;
  return {
    summary: `共 ${scores.count} 份有最终得分：最高 ${scores.highest}，最低 ${scores.lowest}，中位数 ${scores.median}，平均 ${scores.mean}。`,
    buckets: scores.buckets.map(({ from, to, count }) => [`${from}–${to}`, String(count)]),
  };
}

function rankingOf(gathered: GatheredRound): string[][] {
  const category = categoryOf(gathered);
  return gathered.applications.filter(({ rank }) => rank !== null).map((one) => [String(one.rank), one.organisation, one.project, category(one.categoryKey), one.score ?? '—']);
}

function awardsOf(gathered: GatheredRound): string[][] {
  const category = categoryOf(gathered);
  return gathered.awards.filter(({ status }) => status !== 'reserve').map((one) => [
    one.organisation, one.project, category(one.categoryKey), sum(one.amountFen), one.projectStatus === null ? awardWord(one.status) : projectWord(one.projectStatus),
  ]);
}
