import { defineTexts } from '../../../ui/index.js';

/** Words for how judges did their duty. */
export const performanceTexts = defineTexts('scoring-performance', {
  tab: ['履职评价', 'Duties done'],
  due_by: ['记录期限', 'To be recorded by'],
  judge: ['评委', 'Judge'],
  sheets: ['提交 / 应评', 'In / due'],
  recused: ['回避', 'Stepped aside'],
  late: ['迟交', 'Late'],
  severity: ['宽严', 'Severity'],
  spread: ['离散', 'Spread'],
  agreement: ['一致', 'Agreement'],
  record: ['履职评分', 'Record'],
  scored: ['{score} 分', '{score} of 100'],
  complaints: ['查实投诉 {count} 件', '{count} complaints found true'],
  by: ['{name} 记录', 'by {name}'],
  write: ['记录', 'Record'],
  rewrite: ['修改', 'Change'],
  title: ['{name} 的履职情况', 'How {name} did her duty'],
  score: ['评分（百分制）', 'Score of 100'],
<<<<<<< HEAD
  figures_due: ['得分和投诉次数都须填 0 至 100 的整数。', 'Score and complaints are whole numbers from 0 to 100.'],
=======
  score_hint: ['低于 60 分的，以后选评委时会标出', 'Below 60 it is pointed out where judges are chosen'],
  what_figures: ['本环节应评 {due} 份，提交 {submitted} 份，迟交 {late} 份。', '{submitted} of {due} sheets in, {late} late.'],
>>>>>>> d8904ee (feat(scoring): single keys can be switched off; a recheck and a performance are recorded without a preset answer)
  complaints_count: ['查实的投诉件数', 'Complaints found true'],
  note: ['说明', 'Why'],
  none: ['未记录', 'Not recorded'],
  none_figure: ['–', '–'],
  loading: ['正在读取…', 'Loading…'],
  actions: ['操作', 'Actions'],
});
