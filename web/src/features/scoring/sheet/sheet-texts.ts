import { defineTexts } from '../../../ui/index.js';

/** Words about a sheet beyond its points: how sure, left to others, its versions, its receipt. */
export const sheetTexts = defineTexts('scoring-sheet', {
  confidence: ['您对这份评分的把握（选填）', 'How sure are you of this sheet? (optional)'],
  confidence_1: ['较低', 'A little'],
  confidence_2: ['一般', 'Fairly'],
  confidence_3: ['较高', 'Very'],
  confidence_given: ['您对这份评分的把握：{level}', 'How sure you were of this sheet: {level}'],
  confidence_what: ['只供合议时参考，不影响得分。', 'It helps the panel talk; it does not change the score.'],

  translation_ask: ['机器翻译成中文', 'Translate into English by machine'],
  translation_hide: ['只看原文', 'Show the original only'],
  translation_of_title: ['项目名称（机器翻译）', 'Title of the project (machine translation)'],
  translation_mark: ['机器翻译', 'Machine translation'],

  abstain: ['放弃评这一份', 'Leave this one to the others'],
  abstain_title: ['放弃评“{project}”？', 'Leave "{project}" to the others?'],
  abstain_what: ['没有利益冲突，但无法判断时使用，例如超出专业、材料缺失。这份不计入您的应评份数，也不会记为零分；环节结束前可以改回来。', 'For when nothing ties you to it and yet you cannot judge: outside your field, papers missing. It leaves the number due from you and is no zero; you may take it up again while the stage is open.'],
  abstain_why: ['放弃的原因', 'Why'],
  abstain_do: ['确认放弃', 'Leave it'],
  abstained: ['您已放弃评这一份', 'You have left this one to the others'],
  abstained_what: ['原因已记录，它不计入得分。如果改变主意，重新填写并提交即可。', 'The reason is on record and nothing counts. If you change your mind, fill it in and hand it in.'],

  versions: ['修改记录', 'Every version'],
  version_by: ['{by} · {status}', '{by} · {status}'],
  v_draft: ['草稿', 'draft'],
  v_submitted: ['提交', 'handed in'],
  v_abstained: ['放弃', 'left to others'],
  v_void: ['作废', 'void'],
  v_reason: ['原因：{reason}', 'Why: {reason}'],
  change: ['{title}：{from} → {to}', '{title}: {from} → {to}'],
  change_reason: ['{title}：改了理由', '{title}: the reason changed'],
  change_comment: ['改了总体评语', 'the comment changed'],
  nothing: ['未评', 'none'],
  not_applicable: ['不适用', 'n/a'],
  no_change: ['内容没有变化', 'nothing changed in it'],

  receipt_file: ['下载回执', 'Download the receipt'],
  receipt_sealed: ['回执已写入审计日志第 {index} 条，并附包含证明。', 'The receipt is record {index} of the audit trail, with its proof of inclusion.'],
  receipt_waits: ['回执正在封入审计日志，约一分钟后附上包含证明。', 'The receipt is being sealed into the audit trail; its proof follows within a minute.'],
});
