import { defineTexts } from '../../ui/index.js';

/** Words for the receipt of a score sheet before whoever holds it. */
export const receiptTexts = defineTexts('reporting-receipt', {
  checking: ['正在核验评分回执', 'Checking the receipt'],
  proven: ['评分回执有效', 'The receipt of a score sheet holds'],
  refuted: ['评分回执没有通过核验', 'The receipt of a score sheet does not hold'],
  unknown: ['本平台的审计日志中没有这张评分回执', 'The audit trail of this platform holds no such receipt'],
  unknown_why: ['文件可能被改动过，或不是本平台签发的。请评委从自己的评分页重新下载回执再试。', 'The file may have been altered, or was not issued here. The judge can download the receipt anew from her sheet.'],
  holds: ['成立：', 'Holds:'],
  fails: ['不成立：', 'Fails:'],
  number: ['申报编号', 'Application'],
  round: ['所属批次', 'Round'],
  recorded_at: ['记入日志', 'Recorded'],
  since: ['此后', 'Since then'],
  stands: ['评分表没有改动，仍是提交时的那一份', 'The sheet is still the one that was handed in'],
  superseded: ['评分表经批准退回修改或已作废；回执仍证明当时的提交', 'The sheet was opened again or voided; the receipt still proves what was handed in then'],
  commitment: ['承诺值', 'Commitment'],
  private: ['承诺值由评分内容和一个保密的随机数算出。核验结果不显示分数、评语和评委。', 'The commitment is computed from the sheet and a secret random number. The answer shows no points, no words and no judge.'],
});
