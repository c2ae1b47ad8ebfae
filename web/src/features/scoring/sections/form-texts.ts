import { defineTexts } from '../../../ui/index.js';

/** Words of scoring away from the network. */
export const formTexts = defineTexts('scoring-forms', {
  title: ['离线评分：下载表格，填好传回', 'Score offline: take a form away and bring it back'],
  what: ['表格列出您可评的项目。填好后传回，合规的行成为草稿，不会直接提交；下载后在别处改过的不会被覆盖。', 'The form lists what you may score. Sound lines become drafts and nothing is handed in by it; what was changed elsewhere meanwhile is not overwritten.'],
  download: ['下载评分表格', 'Download the form'],
  upload: ['传回填好的表格', 'Upload the filled form'],
  reading: ['正在读取…', 'Reading…'],
  saved_count: ['{count} 份已存为草稿，请逐份核对并提交。', '{count} are kept as drafts; please look at each and hand it in.', '1 is kept as a draft; please look at it and hand it in.'],
  line: ['第 {line} 行', 'line {line}'],
  saved: ['已存为草稿', 'kept as a draft'],
  unchanged: ['没有变化', 'unchanged'],
  empty: ['未填', 'empty'],
  clash: ['有冲突，未采用', 'clashes, not taken'],
  refused: ['未采用', 'not taken'],
  both: ['表中 {form} 分，平台上 {kept} 分', 'form {form}, here {kept}'],
  open: ['打开核对', 'Compare'],
  calibration_done: ['校准样例已提交，查看全组给分', 'Calibration is in: see how the panel spreads'],
  calibration: ['先评校准样例', 'Score the calibration application first'],
});
