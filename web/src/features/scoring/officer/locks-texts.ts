import { defineTexts } from '../../../ui/index.js';

/** Words of locked sheets: opening them again by two people, and checking that they are what was handed in. */
export const locksTexts = defineTexts('scoring-locks', {
  loading: ['正在打开…', 'Opening…'],
  how: ['提交后的评分表已锁定。要退回修改，先在“评审进度”中点已交的格子申请，再由另一位工作人员在这里决定。', 'A sheet that was handed in is locked. To open it again, ask from its cell under Progress; a second member of staff decides here.'],
  none: ['没有退回修改的申请', 'Nobody has asked to open a sheet again'],
  none_what: ['需要退回时，在“评审进度”中点已交的格子。', 'To ask, choose a sheet that is in under Progress.'],
  what: ['评委与项目', 'Judge and project'],
  reason: ['原因', 'Reason'],
  asked: ['申请人', 'Asked by'],
  decision: ['决定', 'Decision'],
  waits: ['等另一位工作人员决定', 'A second person decides'],
  grant: ['同意退回', 'Open it again'],
  grant_title: ['同意把“{judge}”对“{project}”的评分退回修改？', 'Open {judge}’s sheet on "{project}" again?'],
  grant_what: ['评分变回草稿，由评委本人修改后重新提交；原内容留在历史中。', 'It becomes a draft; what it said stays in its history.'],
  refuse: ['不同意', 'Refuse'],
  refuse_title: ['不同意退回“{judge}”对“{project}”的评分？', 'Refuse to open {judge}’s sheet on "{project}" again?'],
  refuse_why: ['理由', 'Why'],
  granted: ['{by} 已同意', '{by} agreed'],
  refused: ['{by} 未同意', '{by} refused'],
  check: ['核对全部评分表', 'Check every sheet'],
  check_what: ['逐份重算提交时的承诺值，并与审计日志比对；不显示任何分数。', 'Recomputes the commitment of every sheet and compares it with the audit trail; no score is shown.'],
  sound: ['{checked} 份评分表全部与提交时一致。', 'All {checked} sheets are as they were handed in.'],
  faulty: ['{count} 份与提交时不一致，请立即停止封存并报告系统管理员：', '{count} sheets are not as they were handed in. Do not seal; tell the administrator:', '1 sheet is not as it was handed in. Do not seal; tell the administrator:'],
});
