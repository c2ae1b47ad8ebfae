import type { Pair } from '../../../../ui/language/texts.js';
import type { Words } from './words-before.js';

const NOTICE_COLUMNS: Readonly<Record<string, Pair>> = {
  rank: ['名次', 'Rank'], organisation: ['组织', 'Organisation'], project: ['项目', 'Project'], category: ['类别', 'Category'], amount: ['资助金额', 'Amount'], score: ['得分', 'Score'],
};
const ROUNDING: Readonly<Record<string, Pair>> = { half_up: ['四舍五入', 'Half up'], down: ['只舍不入', 'Down'] };

/** From the judging to the archive. */
export const wordsAfter: Words = {
  'scoring.stages.*.normalise': { none: ['不折算', 'None'], group: ['按组折算', 'By group'] },
  'scoring.stages.*.blocs.*.kind': { expert: ['专家评委', 'Experts'], mass: ['大众评审', 'Mass jury'], external: ['外部数据', 'Recorded figures'] },
  'scoring.stages.*.blocs.*.panel.observers': { discipline: ['纪检', 'Discipline'], media: ['媒体', 'Media'], public: ['公众', 'Public'] },
  'scoring.stages.*.blocs.*.panel.draw': { named: ['指定', 'Named'], random: ['随机抽取', 'Drawn at random'] },
  'scoring.stages.*.blocs.*.aggregation': { mean: ['平均分', 'Mean'], median: ['中位数', 'Median'], sum: ['总和', 'Sum'], trimmed_mean: ['去掉最高最低后平均', 'Mean without highest and lowest'], ranked_ballot: ['排序投票', 'Ranked ballots'] },
  'scoring.stages.*.blocs.*.aggregation.count': { borda: ['波达计数', 'Borda'], schulze: ['舒尔茨法', 'Schulze'], stv: ['单记可转移投票', 'Single transferable vote'], equal_shares: ['等额分享', 'Equal Shares'] },
  'scoring.stages.*.blocs.*.aggregation.partial': { allowed: ['可以只排一部分', 'Some may be left out'], refused: ['须全部排完', 'All must be ranked'] },
  'scoring.stages.*.blocs.*.criteria.*.reason.when': { never: ['不要求', 'Never'], always: ['总是', 'Always'], outside: ['分数过高或过低时', 'For scores outside bounds'] },
  'scoring.stages.*.blocs.*.blind': { open: ['不匿名', 'Open'], single: ['评委匿名', 'Judges are unnamed'], double: ['双向匿名', 'Both are unnamed'] },
  'scoring.stages.*.blocs.*.projectNames': { shown: ['照实显示', 'As they are'], redacted: ['以编号代替', 'The number instead'] },
  'scoring.stages.*.blocs.*.visibility': { own_until_locked: ['锁定前只见自己的', 'Own only, until locked'], open: ['可见', 'Open'] },
  'scoring.bonuses.*.by': { preference: ['按符合的优先条件', 'By preferences met'], recorded: ['由工作人员登记', 'Recorded by staff'] },
  'scoring.rounding.mode': ROUNDING,
  'scoring.rankOn': { rounded: ['取整后的总分', 'The rounded score'], exact: ['未取整的总分', 'The exact score'] },
  'scoring.tieBreak.*': {
    stage: ['某阶段得分高者', 'Higher score in a stage'], criterion: ['某评分项得分高者', 'Higher score on a criterion'], preference: ['优先条件', 'Preferences'],
    lower_request: ['申请金额低者', 'Lower request'], earlier_submission: ['先提交者', 'Earlier submission'], lot: ['抽签', 'Lot'], committee_vote: ['评审会表决', 'Vote of the committee'],
  },
  'roadshow.overtime': { cut: ['到时即止', 'Cut off'], log: ['记录超时', 'Logged'] },
  'roadshow.draw': { lot: ['提前抽签', 'By lot'], on_the_spot: ['现场抽签', 'On the spot'], application_number: ['按编号', 'By number'], manual: ['人工安排', 'By hand'] },
  'roadshow.groups.by': { none: ['不分组', 'No groups'], category: ['按类别', 'Category'], size: ['按数量', 'Size'] },
  'roadshow.announce': { on_the_spot: ['现场逐个亮分', 'On the spot'], after_group: ['每组结束后', 'After each group'], after_roadshow: ['路演结束后', 'After the roadshow'] },
  'roadshow.absence': { last_then_forfeit: ['移至最后，仍缺席视为放弃', 'Moved to the end, then forfeits'], forfeit: ['视为放弃', 'Forfeits'] },
  'allocation.method': { by_rank: ['按名次', 'By rank'] },
  'allocation.rankWithin': { overall: ['总排名', 'Overall'], category: ['各类别内', 'Each category'], group: ['各路演组内', 'Each group'] },
  'allocation.marginal': { cut: ['不再资助', 'Cut'], partial: ['部分资助', 'Fund in part'], skip: ['跳过，看下一项', 'Skip to the next'] },
  'allocation.rollOver': { open_seats: ['转为开放名额', 'Become open places'], supplementary_call: ['补充征集', 'A supplementary call'], lapse: ['作废', 'Lapse'] },
  'allocation.reserve.promote': { in_rank_order: ['按名次', 'In rank order'], same_category_first: ['同类别优先', 'Same category first'] },
  'publicity.awards.columns': NOTICE_COLUMNS,
  'publicity.evaluations.columns': NOTICE_COLUMNS,
  'publicity.objection.anonymous': { inadmissible: ['不受理', 'Inadmissible'], read_only: ['只作参考，不答复', 'Read without an answer'] },
  'acceptance.silence': { declines: ['视为放弃', 'Declines'], accepts: ['视为接受', 'Accepts'] },
  'contract.parties.*.role': {
    funder: ['出资方', 'Funder'], grantee: ['受助方', 'Grantee'], operator: ['承办方', 'Operator'], site: ['实施地', 'Site'], host_organisation: ['依托单位', 'Host organisation'], co_applicant: ['联合申报方', 'Co-applicant'],
  },
  'tranches.by': { percent: ['按比例', 'By share'], fixed: ['按金额', 'By sum'] },
  'tranches.tranches.*.conditions.*': {
    publicity_over: ['公示期满', 'The notice is over'], contract_signed: ['协议已签', 'The agreement is signed'], milestone_accepted: ['里程碑通过验收', 'A milestone is accepted'],
    evaluation_passed: ['评估合格', 'An evaluation is passed'], document: ['已提交材料', 'A document is in'], date_reached: ['到达日期', 'A day is reached'],
  },
  'tranches.tranches.*.conditions.*.document': { invoice: ['发票', 'Invoice'], receipt: ['收据', 'Receipt'], payment_request: ['拨款申请', 'Payment request'], audit_report: ['审计报告', 'Audit report'], ledger: ['专账', 'Project ledger'] },
  'milestones.*.kind': {
    plan: ['实施计划', 'Plan'], monthly_report: ['月报', 'Monthly report'], progress_report: ['进度报告', 'Progress report'], midterm_report: ['中期报告', 'Mid-term report'],
    final_report: ['结项报告', 'Final report'], financial_report: ['财务报告', 'Financial report'],
  },
  'milestones.*.due': { on: ['固定日期', 'On a day'], after: ['某事之后', 'After an event'], monthly: ['每月', 'Monthly'] },
  'milestones.*.due.event': { contract_signed: ['协议签订', 'Signing'], project_start: ['项目开始', 'Start of the project'], project_midpoint: ['项目过半', 'Middle of the project'], project_end: ['项目结束', 'End of the project'] },
  'milestones.*.evidence': {
    narrative: ['文字报告', 'Narrative'], income_expenditure: ['收支表', 'Income-expenditure table'], vouchers: ['凭证', 'Vouchers'], sign_in_sheets: ['签到表', 'Sign-in sheets'],
    activity_records: ['活动记录表', 'Activity records'], photos: ['照片', 'Photos'], satisfaction_survey: ['满意度调查', 'Satisfaction survey'],
    beneficiary_confirmation: ['受益人确认', 'Beneficiary confirmation'], payment_ledger: ['发放台账', 'Payment ledger'], volunteer_hours: ['志愿服务时数', 'Volunteer hours'], plan: ['计划书', 'Plan'],
  },
  'milestones.*.acceptedBy': { operator: ['承办方', 'Operator'], funder: ['出资方', 'Funder'], evaluator: ['第三方评估', 'Evaluator'] },
  'changes.budgetBands.*.approval': { notify: ['告知即可', 'Told only'], operator: ['承办方同意', 'The operator'], funder: ['出资方同意', 'The funder'], re_publicity: ['重新公示', 'A new public notice'] },
  'evaluations.*.kind': { midterm: ['中期', 'Mid-term'], final: ['末期', 'Final'] },
  'evaluations.*.vetoes.*.effect': { total_zero: ['总分记零', 'Total is zero'], fail: ['不合格', 'Fails'] },
  'evaluations.*.rounding.mode': ROUNDING,
  'sanctions.*.trigger': {
    midterm_late: ['中期材料逾期', 'Mid-term late'], midterm_failed: ['中期不合格', 'Mid-term failed'], final_failed: ['末期不合格', 'Final failed'], off_target: ['偏离目标', 'Off target'],
    false_material: ['弄虚作假', 'False material'], breach: ['违约', 'Breach'], misuse: ['挪用资金', 'Misuse of money'], unspent: ['资金结余', 'Unspent money'],
    force_majeure: ['不可抗力', 'Force majeure'], listed: ['列入失信名单', 'Listed as dishonest'],
  },
  'sanctions.*.consequences': {
    treated_as_failed: ['视为不合格', 'Counts as failed'], rectification: ['限期整改', 'Rectification'], public_criticism: ['通报', 'Public criticism'], withhold_next: ['暂缓下一笔', 'Next tranche withheld'],
    stop: ['停止拨款', 'Payments stop'], terminate: ['终止协议', 'Termination'], recover_part: ['收回部分资金', 'Recovery in part'], recover_all: ['收回全部资金', 'Recovery in full'],
    disqualify: ['取消资格', 'Disqualification'], debar: ['限制申报', 'Debarment'],
  },
  'retention.*.documents': {
    applications: ['申报材料', 'Applications'], score_sheets: ['评分表', 'Score sheets'], contracts: ['协议', 'Agreements'], vouchers: ['会计凭证', 'Vouchers'],
    reports: ['报告', 'Reports'], personal_data: ['个人信息', 'Personal data'], minors_data: ['未成年人信息', 'Data of minors'],
  },
  'retention.*.years': { permanent: ['永久', 'For ever'] },
};
