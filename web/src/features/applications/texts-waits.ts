import { defineTexts } from '../../ui/index.js';

/** What waits for a screener or an officer, and the views that they keep. */
export const waitsTexts = defineTexts('applications-waits', {
  decide: ['审查中待项目官员决定', 'For an officer to decide at screening'],
  appeal: ['处理申诉：{project}', 'Answer the appeal: {project}'],
  disagreement: ['审查员意见不一致（{count} 条）：{project}', 'The screeners disagree on {count} rules: {project}', 'The screeners disagree on {count} rule: {project}'],
  correction_overdue: ['补正已逾期，请作出审查决定：{project}', 'Not corrected in time; please decide: {project}'],
  supplement_overdue: ['补充材料逾期未到，请继续审查：{project}', 'The supplement did not come; go on with: {project}'],
  supplement_answered: ['已补充材料，请继续审查：{project}', 'The supplement is here; go on with: {project}'],
  since: ['自', 'since'],
  was_due: ['期限', 'was due'],
  files: ['待放行的文件', 'Files to be let through'],
  files_what: ['放行 {count} 个未查毒的文件', 'Let {count} files through that nobody could scan', 'Let {count} file through that nobody could scan'],
  files_about: ['{round} · 共 {count} 份申报，从“{project}”开始', '{round} · {count} applications, beginning with “{project}”', '{round} · “{project}”'],

  view_share: ['本单位同事共用', 'Share it with colleagues of my place'],
  view_of: ['{who} 共用', 'shared by {who}'],
  view_shared: ['本单位共用', 'shared'],
  view_columns: ['连同现在显示的列', 'With the columns that are shown now'],
  view_moved: ['本机浏览器里的 {count} 个视图已转存到您的账号，在任何电脑上都能用。', '{count} views of this browser were moved to your account: they are there on every computer now.', '{count} view of this browser was moved to your account: it is there on every computer now.'],
});
