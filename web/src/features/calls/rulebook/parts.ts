import type { Pair } from '../../../ui/language/texts.js';

/** One part of the rulebook as an officer works through it, and the fields that it holds. */
export interface Part {
  readonly key: string;
  readonly title: Pair;
  readonly lead: Pair;
  readonly fields: readonly string[];
}

export const PARTS: readonly Part[] = [
  { key: 'call', title: ['基本信息', 'The call'], lead: ['名称、宗旨和主办单位，出现在公告的最前面。', 'Title, purpose and organisers: the head of the notice.'], fields: ['title', 'purpose', 'year', 'visibility', 'organisers', 'origin', 'code', 'supplementTo'] },
  { key: 'stages', title: ['阶段与日期', 'Stages and dates'], lead: ['从申报到结项的各个阶段。申报阶段的结束就是截止时间。', 'From the application to the close-out. The end of the application stage is the deadline.'], fields: ['stages', 'deadline'] },
  { key: 'money', title: ['资金与额度', 'Money'], lead: ['总额、立项数、每项资助多少，以及配套资金。', 'The pool, the number of awards, the amount of each, and matching money.'], fields: ['money', 'matching'] },
  { key: 'categories', title: ['类别与板块', 'Categories and boards'], lead: ['申请人选择其中一类。各有牵头单位和资金的板块由类别组成；没有板块的征集不必填写。', 'An applicant chooses one of them. Boards with owners and money of their own are made up of categories; most calls have none.'], fields: ['categories', 'boards'] },
  { key: 'applicants', title: ['申报主体', 'Who may apply'], lead: ['哪些单位、在哪里、可以报几项。', 'Which bodies, where, and how many applications.'], fields: ['applicants'] },
  { key: 'eligibility', title: ['资格条件', 'Eligibility'], lead: ['从条件库选用，并写明标准。申请人填写前即可自查。', 'Rules from the library with their measure. Applicants can check themselves before they write.'], fields: ['eligibility', 'preferences', 'screening'] },
  { key: 'form', title: ['申报书', 'Application form'], lead: ['部分与题目，按申请人看到的次序。', 'Sections and questions, in the order applicants see.'], fields: ['form'] },
  { key: 'budget', title: ['预算规则', 'Budget'], lead: ['预算表的列、费用类别和限制。', 'The columns of the budget, the kinds of cost and their limits.'], fields: ['budget'] },
  { key: 'scoring', title: ['评分', 'Scoring'], lead: ['阶段、评委组和评分项，各层权重合计 100%。', 'Stages, blocs and criteria; the weights on each level add up to 100 %.'], fields: ['scoring'] },
  { key: 'roadshow', title: ['路演规程', 'Roadshow'], lead: ['计时、次序和亮分。', 'Times, order, and when scores are announced.'], fields: ['roadshow'] },
  { key: 'allocation', title: ['立项规则', 'Allocation'], lead: ['从排名到拟立项名单。', 'From the ranking to the proposed list.'], fields: ['allocation'] },
  { key: 'publicity', title: ['公示与接受', 'Notice and acceptance'], lead: ['公示期、异议如何提出，以及立项后的答复期限。', 'The public notice, how to object, and how long an award may be considered.'], fields: ['publicity', 'acceptance'] },
  { key: 'contract', title: ['协议', 'Agreement'], lead: ['签约各方和附加条款。', 'Parties and further clauses.'], fields: ['contract'] },
  { key: 'tranches', title: ['拨款计划', 'Tranches'], lead: ['分几期、每期多少、满足什么条件。', 'How many, how much each, and on which conditions.'], fields: ['tranches'] },
  { key: 'milestones', title: ['里程碑与变更', 'Milestones and changes'], lead: ['须提交的计划和报告，以及变更由谁同意。', 'Plans and reports that are due, and who agrees to changes.'], fields: ['milestones', 'changes'] },
  { key: 'evaluations', title: ['评估指标', 'Evaluation'], lead: ['中期和末期评估各一张表。', 'One grid for mid-term, one for the end.'], fields: ['evaluations'] },
  { key: 'sanctions', title: ['处罚与留存', 'Sanctions and retention'], lead: ['违约的后果，以及材料保存多久。', 'What follows a breach, and how long documents are kept.'], fields: ['sanctions', 'retention'] },
  { key: 'incubation', title: ['孵化', 'Incubation'], lead: ['仅孵化类项目填写。', 'For programmes that incubate.'], fields: ['incubation'] },
  { key: 'sources', title: ['来源与依据', 'Sources and grounds'], lead: ['引用的公告和法规，以及各项规则的依据。', 'Notices and laws drawn on, and what each rule rests on.'], fields: ['sources', 'basis'] },
];

/** The part in which the place stands, so that a problem can lead to it. */
export function partOf(path: string): Part {
  const field = path.split('.')[0] ?? '';
  return PARTS.find(({ fields }) => fields.includes(field)) ?? (PARTS[0] as Part);
}
