import { defineTexts } from '../../../ui/index.js';

/** Words of machine readings as staff handle them. */
export const readingsTexts = defineTexts('scoring-readings', {
  tab: ['机器阅读', 'Machine readings'],
  loading: ['正在打开…', 'Opening…'],
  what: ['可附上由程序生成的阅读意见供评委参考。它与评分分开存放，在评委页面有明显标记，只能阅读和复制，任何得分与清单都不包含它。', 'A reading that a programme wrote may be attached for judges. It is kept apart from scores, plainly marked, read and copied only; no score and no manifest holds it.'],
  none: ['没有附上机器阅读意见', 'No machine reading is attached'],
  none_what: ['不附也可以，平台不依赖任何外部模型。', 'None is needed: the platform depends on no model.'],
  attach: ['附上意见', 'Attach a reading'],
  attach_what: ['盲评时请先删去会暴露申报单位的内容。', 'Where judging is blind, first take out what would give the applicant away.'],
  application: ['申报', 'Application'],
  source: ['由哪个程序生成', 'Which programme wrote it'],
  body: ['意见', 'The reading'],
  withdraw: ['撤下', 'Withdraw'],
  withdraw_title: ['撤下这条意见？评委将不再看到。', 'Withdraw this reading? Judges will not see it any more.'],
});
