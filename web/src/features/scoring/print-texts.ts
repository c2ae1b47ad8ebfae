import { defineTexts } from '../../ui/index.js';

/** Words of the sheet on paper. */
export const printTexts = defineTexts('scoring-print', {
  print: ['打印', 'Print'],
  title: ['评分表', 'Score sheet'],
  blank_title: ['评分表（空白）', 'Score sheet (blank)'],
  number: ['申报编号', 'Number'],
  project: ['项目名称', 'Project'],
  judge: ['评委', 'Judge'],
  criterion: ['指标', 'Criterion'],
  meaning: ['评分标准', 'What the points mean'],
  score: ['得分', 'Points'],
  reason: ['理由', 'Reason'],
  total: ['合计（百分制）', 'Total (out of 100)'],
  comment: ['总体评语', 'Overall comment'],
  full: ['满分 {max} · 权重 {weight}%', 'out of {max} · weight {weight} %'],
  not_applicable: ['不适用', 'n/a'],
  not_scored: ['未评', 'not scored'],
  signature: ['评委签名', 'Signature'],
  date: ['日期', 'Date'],
  submitted: ['已于 {when} 提交并锁定', 'Handed in and locked {when}'],
  draft: ['草稿，尚未提交', 'Draft, not handed in'],
  commitment: ['回执码', 'Receipt code'],
  printed: ['打印于 {when}', 'Printed {when}'],
});
