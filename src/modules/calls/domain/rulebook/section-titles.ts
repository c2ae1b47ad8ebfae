import { say, type Sentence } from '#libs/errors';

/** What people call the sections of a rulebook; the key is the field's name. */
export const sectionTitles: Readonly<Record<string, Sentence>> = {
  title: say('名称', 'Title'), purpose: say('宗旨', 'Purpose'), year: say('年度', 'Year'), visibility: say('公开范围', 'Visibility'),
  code: say('代码', 'Code'), supplementTo: say('所补充的项目', 'What it supplements'), origin: say('规则来历', 'Origin'),
  organisers: say('主办与承办单位', 'Organisers'), stages: say('阶段与日期', 'Stages and dates'), deadline: say('截止时间', 'Deadline'),
  money: say('资金', 'Money'), categories: say('类别', 'Categories'), boards: say('板块', 'Boards'), applicants: say('申报主体', 'Who may apply'),
  eligibility: say('资格条件', 'Eligibility rules'), preferences: say('优先条件', 'Preferences'), matching: say('配套资金', 'Matching money'),
  form: say('申报书', 'Application form'), budget: say('预算规则', 'Budget rules'), scoring: say('评分', 'Scoring'),
  roadshow: say('路演', 'Roadshow'), allocation: say('立项规则', 'Allocation'), publicity: say('公示与异议', 'Public notice and objections'),
  acceptance: say('接受立项', 'Acceptance'), contract: say('协议', 'Agreement'), tranches: say('拨款计划', 'Tranches'),
  milestones: say('里程碑', 'Milestones'), changes: say('项目变更', 'Changes'), evaluations: say('评估', 'Evaluations'),
  sanctions: say('处罚', 'Sanctions'), incubation: say('孵化', 'Incubation'), retention: say('材料留存', 'Retention'),
  sources: say('来源', 'Sources'), basis: say('依据', 'Basis'),
};

/** The sections in one breath, in both languages. */
export function sectionNames(keys: readonly string[]): Sentence {
  const titles = keys.map((key) => sectionTitles[key] ?? say(key, key));
  return say(titles.map(({ zh }) => zh).join('、'), titles.map(({ en }) => en).join(', '));
}
