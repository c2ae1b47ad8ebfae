import { Injectable } from '@nestjs/common';
import { writeXlsx, type Cell, type Sheet, type SheetColumn } from '#libs/spreadsheets';
import type { GatheredRound } from './gather-round.js';
import { applicationWord, awardWord, categoryOf, evaluationOf, gradeOf, instantText, isAnnounced, milestoneWord, projectWord, trancheWord } from './round-words.js';

const text = (header: string, width = 16): SheetColumn => ({ header, width });
const money = (header: string): SheetColumn => ({ header: `${header}（元）`, width: 18, format: '#,##0.00' });
const whole = (header: string): SheetColumn => ({ header, width: 10, format: '0' });

/** Yuan for the sheet; an amount in whole fen has at most two decimals, which a cell holds. */
const yuan = (fen: number | null): number | null => (fen === null ? null : fen / 100);

/** The round as a workbook: one sheet for each kind of thing. Text that could be a formula is made harmless where cells are written. */
@Injectable()
export class TabulateRound {
  run(gathered: GatheredRound): Promise<Buffer> {
    return writeXlsx([cover(gathered), applications(gathered), ranking(gathered), awards(gathered), payments(gathered), milestones(gathered), evaluations(gathered), late(gathered)]);
  }
}

function cover(gathered: GatheredRound): Sheet {
  const { statistics, round, head } = gathered;
  const { counts, money: sums } = statistics;
  const rows: Cell[][] = [
    ['批次', round.title.zh], ['编号', round.number], ['主办与承办单位', round.organisers.map(({ zh }) => zh).join('、')], ['状态', statistics.label.zh],
    ['数据截至（北京时间）', instantText(statistics.asOf)], ['使用范围', isAnnounced(gathered) ? '结果已公示' : '结果尚未公示，仅限内部使用'],
    ['申报（份）', counts.applications], ['资格审查通过（份）', counts.admitted], ['立项（项）', counts.awards], ['已结项（项）', counts.completed],
    ['资金总额（元）', yuan(sums.poolFen)], ['申请金额（元）', yuan(sums.requestedFen)], ['立项金额（元）', yuan(sums.awardedFen)], ['已到账（元）', yuan(sums.receivedFen)],
    ['已支付（元）', yuan(sums.paidFen)], ['已退回（元）', yuan(sums.returnedFen)], ['逾期事项', statistics.lateTotal], ['审计记录条数', head.size], ['审计记录根哈希', head.root],
  ];
  return { name: '说明', columns: [text('项目', 24), text('内容', 70)], rows };
}

function applications(gathered: GatheredRound): Sheet {
  const category = categoryOf(gathered);
  return {
    name: '申报',
    columns: [text('编号', 20), text('单位', 36), text('项目', 36), text('类别', 18), text('状态'), money('申请金额'), money('配套资金'), money('总预算'), text('提交时间', 18), text('未通过原因', 40)],
    rows: gathered.applications.map((one) => [
      one.number, one.organisation, one.project, category(one.categoryKey), applicationWord(one.status), yuan(one.requestedFen), yuan(one.matchingFen), yuan(one.totalFen), one.submittedAt,
      one.status === 'ineligible' ? one.reason : null,
    ]),
  };
}

function ranking(gathered: GatheredRound): Sheet {
  const category = categoryOf(gathered);
  const ranked = gathered.applications.filter(({ rank, score }) => rank !== null || score !== null);
  return {
    name: '评分与排名',
    columns: [whole('名次'), { header: '最终得分', width: 12, format: '0.00' }, text('编号', 20), text('单位', 36), text('项目', 36), text('类别', 18), text('状态')],
    rows: ranked.map((one) => [one.rank, one.score === null ? null : Number(one.score), one.number, one.organisation, one.project, category(one.categoryKey), applicationWord(one.status)]),
  };
}

function awards(gathered: GatheredRound): Sheet {
  const category = categoryOf(gathered);
  return {
    name: '立项',
    columns: [whole('名次'), text('单位', 36), text('项目', 36), text('类别', 18), text('状态'), money('资助金额'), text('已公示', 10), text('项目编号', 22), text('项目状态'), text('签约时间', 18)],
    rows: gathered.awards.map((one) => [
      one.rank, one.organisation, one.project, category(one.categoryKey), awardWord(one.status), yuan(one.amountFen), one.announced ? '是' : '否', one.projectNumber,
      one.projectStatus === null ? null : projectWord(one.projectStatus), one.signedAt,
    ]),
  };
}

function payments({ payments: lines }: GatheredRound): Sheet {
  return {
    name: '拨款',
    columns: [text('项目编号', 22), text('单位', 36), text('项目', 36), text('期次'), text('状态'), money('计划金额'), money('应付或实付'), text('支付日期', 14), text('银行流水号', 24)],
    rows: lines.map((one) => [one.projectNumber, one.organisation, one.project, one.title.zh, trancheWord(one.status), yuan(one.amountFen), yuan(one.payFen), one.paidOn, one.bankReference]),
  };
}

function milestones({ milestones: lines }: GatheredRound): Sheet {
  return {
    name: '里程碑',
    columns: [text('项目编号', 22), text('单位', 36), text('项目', 36), text('报告', 22), text('期限', 14), text('状态'), text('提交时间', 18), money('累计支出')],
    rows: lines.map((one) => [one.projectNumber, one.organisation, one.project, one.title.zh, one.dueOn, milestoneWord(one.status), one.submittedAt, yuan(one.spentFen)]),
  };
}

function evaluations(gathered: GatheredRound): Sheet {
  const [grid, grade] = [evaluationOf(gathered), gradeOf(gathered)];
  return {
    name: '评估',
    columns: [text('项目编号', 22), text('单位', 36), text('项目', 36), text('评估', 22), { header: '得分', width: 12, format: '0.00' }, text('等级', 10), text('结论', 10), text('记录时间', 18)],
    rows: gathered.evaluations.map((one) => [one.projectNumber, one.organisation, one.project, grid(one.key), Number(one.score), grade(one.key, one.gradeKey), one.passed ? '合格' : '不合格', one.recordedAt]),
  };
}

function late({ statistics: { lateThings } }: GatheredRound): Sheet {
  return {
    name: '逾期事项',
    columns: [text('事项', 22), text('名称', 36), text('单位', 36), text('内容', 24), whole('数量'), text('期限', 18)],
    rows: lateThings.map((one) => [one.label.zh, one.title, one.organisation, one.detail?.zh ?? null, one.count, one.dueAt]),
  };
}
