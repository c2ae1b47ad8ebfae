import { defineTexts } from '../../../ui/index.js';

/** Words of importing scores from outside. */
export const outsideFileTexts = defineTexts('scoring-outside-file', {
  template: ['下载模板', 'Template'],
  import: ['导入文件', 'Import a file'],
  reading: ['正在读取…', 'Reading…'],
  taken: ['已录入 {count} 项', '{count} values recorded'],
});
