import { say } from '#libs/errors';
import type { Facts, Problem, Sentence } from '#libs/errors';
import { fen, formatFen } from '#libs/money';

export type Severity = 'error' | 'warning';

/** A fault of a rulebook; `path` is written as `scoring.stages.0.weight`. */
export interface RulebookProblem extends Problem {
  readonly severity: Severity;
}

type Entry = readonly [Severity, Sentence];
const error = (zh: string, en: string): Entry => ['error', say(zh, en)];
const warning = (zh: string, en: string): Entry => ['warning', say(zh, en)];

/** Codes are a contract: translations, tests and the editor rely on them, so a code is never renamed. */
const shape = {
  field_missing: error('缺少“{field}”', '“{field}” is missing'),
  field_unknown: error('不认识的字段“{field}”', 'Unknown field “{field}”'),
  wrong_type: error('类型应为 {expected}', 'The type must be {expected}'),
  not_one_of: error('取值应为 {allowed} 之一', 'The value must be one of {allowed}'),
  unknown_variant: error('“{tag}”的取值没有定义', 'The value of “{tag}” is not defined'),
  out_of_range: error('数值应 {comparison} {limit}', 'The number must be {comparison} {limit}'),
  too_precise: error('小数位数过多，最小单位为 {limit}', 'Too many decimals: the smallest step is {limit}'),
  too_few: error('至少需要 {limit} 项', 'At least {limit} are needed'),
  too_many: error('最多 {limit} 项', 'At most {limit} are allowed'),
  too_short: error('不能为空', 'It must not be empty'),
  too_long: error('不能超过 {limit} 个字符', 'It must not exceed {limit} characters'),
  malformed: error('格式不正确', 'The format is wrong'),
  repeated_item: error('列表中有重复项', 'The list repeats an item'),
} as const;

const stagesAndMoney = {
  key_repeated: error('标识“{key}”重复', 'The key “{key}” is used twice'),
  supplement_of_itself: error('补充征集不能指向自身', 'A supplementary call cannot supplement itself'),
  stage_dates_reversed: error('阶段“{stage}”的结束早于开始', 'Stage “{stage}” ends before it begins'),
  stage_out_of_order: error('阶段“{stage}”早于上一阶段开始', 'Stage “{stage}” begins before the stage that precedes it'),
  application_stage_not_single: error('必须恰好有一个申报阶段', 'There must be exactly one application stage'),
  questions_after_deadline: error('提问截止不能晚于申报截止', 'Questions cannot be taken beyond the deadline'),
  deadline_not_stage_end: error('截止时间须等于申报阶段的结束时间', 'The deadline must equal the end of the application stage'),
  amount_bounds_reversed: error('最低金额高于最高金额', 'The lowest amount exceeds the highest'),
  award_exceeds_pool: error('单项资助高于资金总额', 'One award exceeds the pool'),
  pool_too_small: error(
    '资金总额不足以资助 {count} 个项目（至少需要 {needed}）',
    'The pool cannot fund {count} projects (at least {needed} is needed)',
  ),
  pool_not_used_up: warning(
    '即使全部按最高额资助，仍余 {left}', 'Even if every award is the highest, {left} remains',
  ),
  tiers_not_contiguous: error('名次档次须从第 1 名起连续', 'Tiers must run from rank 1 without gap or overlap'),
  tiers_awards_mismatch: error(
    '档次止于第 {last} 名，立项数为 {awards}',
    'The tiers end at rank {last} but there are {awards} awards',
  ),
  first_timer_cap_not_lower: error('首次承接的上限应低于一般上限', 'The first-timer cap must be below the general cap'),
  seats_exceed_awards: error(
    '预留名额共 {seats} 个，超过立项数 {awards}',
    '{seats} seats are reserved but there are only {awards} awards',
  ),
  no_open_category: error('没有可选的类别', 'No category is open to applications'),
} as const;

const boards = {
  unknown_board: error('没有板块“{key}”', 'There is no board “{key}”'),
  category_in_no_board: error('类别“{category}”不属于任何板块', 'The category “{category}” belongs to no board'),
  category_in_two_boards: error('类别“{category}”属于两个板块', 'The category “{category}” belongs to two boards'),
  boards_pool_differs: error('各板块资金合计 {sum}，资金总额为 {pool}', 'The boards hold {sum} together; the pool is {pool}'),
  boards_awards_differ: error('各板块立项数合计 {sum}，计划立项数为 {awards}', 'The boards make {sum} awards together; {awards} are planned'),
  shares_with_boards: error('各板块资金分开计算，不能再规定全部立项中的最低占比', 'Each board gives its own money, so no category can be promised a share of all awards'),
  board_closes_late: error('板块“{board}”的截止晚于申报截止', 'The board “{board}” closes after the deadline'),
  board_closes_early: error('板块“{board}”在申报开始前就截止', 'The board “{board}” closes before applications open'),
  category_question_in_board: error('选择类别的题目须对所有板块开放', 'The question for the category must be asked in every board'),
} as const;

const applicants = {
  joint_parties_missing: error('要求联合申报，但未写明由谁联合', 'A joint application is required but its parties are not stated'),
  host_types_missing: error('允许依托申报，但未写明依托单位类型', 'Hosts are allowed but their types are not stated'),
  eligibility_contradicts: error('规则 {rule} 与“{field}”不一致', 'Rule {rule} contradicts “{field}”'),
  look_back_reversed: error('回溯起始年晚于终止年', 'The look-back ends before it begins'),
  preference_incomplete: error('优先条件缺少等级或比例', 'The preference lacks its grade or percentage'),
  matching_percent_missing: error('要求配套资金，但比例为零', 'Matching money is asked for, but at zero per cent'),
} as const;

const form = {
  unknown_question: error('没有题目“{question}”', 'There is no question “{question}”'),
  condition_looks_ahead: error('显示条件引用了后面的题目“{question}”', 'The condition looks ahead to “{question}”'),
  condition_wrong_kind: error('题目“{question}”不是数值，不能比较大小', 'Question “{question}” holds no number to compare'),
  unknown_option: error('题目“{question}”没有选项“{option}”', 'Question “{question}” has no option “{option}”'),
  category_question_missing: error(
    '有多个类别，但表单未询问类别',
    'There are several categories but the form does not ask for one',
  ),
  budget_question_not_single: error('必须恰好有一个预算表题目', 'There must be exactly one budget grid'),
  request_question_not_single: error('必须恰好有一个申请金额题目', 'There must be exactly one question for the amount requested'),
  limits_reversed: error('下限高于上限', 'The lower limit exceeds the upper one'),
  evidence_not_file: error('证明材料“{question}”不是文件题', 'The evidence “{question}” is not a file question'),
} as const;

const budget = {
  grant_source_not_single: error('必须恰好有一个资助资金来源', 'There must be exactly one source of grant money'),
  unknown_money_source: error('没有资金来源“{key}”', 'There is no money source “{key}”'),
  unknown_cost: error('没有费用类别“{key}”', 'There is no cost category “{key}”'),
  bounds_missing: error('规则没有写明上限或下限', 'The rule states neither a cap nor a floor'),
  floors_exceed_whole: error('下限合计 {sum}%，超过 100%', 'The floors add up to {sum} %, more than the whole'),
  floor_on_forbidden_cost: error('费用类别“{key}”被禁止，又规定了下限', 'The cost “{key}” is forbidden and has a floor'),
  taper_not_lower: error('递减后的标准应低于原标准', 'The tapered ceiling must be below the first one'),
} as const;

const scoring = {
  weights_not_100: error('权重合计为 {sum}，应为 100', 'The weights add up to {sum}, not 100'),
  unknown_stage: error('没有阶段“{key}”', 'There is no stage “{key}”'),
  stage_not_judged: error('阶段“{key}”不是评审阶段', 'Stage “{key}” is not one in which judges score'),
  trim_threshold_too_low: error('去掉最高最低分至少需要 3 份评分', 'Dropping the highest and lowest needs at least 3 scores'),
  trim_never_applies: warning(
    '评委 {judges} 人，永远达不到去掉最高最低分的人数 {threshold}',
    'With {judges} judges the trimming from {threshold} scores never applies',
  ),
  ballot_without_judges: error('没有评委的评委组不能用排序投票', 'A bloc without judges casts no ballots'),
  ballot_seats_missing: error('单记可转移投票须写明选出几个', 'A single transferable vote needs the number to elect'),
  ballot_approves_all: error('等额分享以是否列入选票为准，须允许只排一部分', 'Equal Shares counts who is on a ballot: some must be allowed to be left out'),
  quorum_above_panel: error('最低评分数 {quorum} 多于评委数 {judges}', 'The quorum of {quorum} exceeds the panel of {judges}'),
  slots_without_experts: error('匿名评审只能用于打分的专家评委', 'Anonymous reviews belong to a panel of experts that gives points'),
  tie_break_missing: error('没有写明同分如何处理', 'No rule says how equals are ranked'),
  tie_break_not_final: warning('同分规则可能分不出先后', 'The tie-break chain may leave a tie'),
  unknown_score_stage: error('没有评分阶段“{key}”', 'There is no score stage “{key}”'),
  unknown_bloc: error('没有评委组“{key}”', 'There is no bloc “{key}”'),
  tie_criterion_in_ballot: error('评委组“{key}”用排序投票，没有逐项得分可比', 'The bloc “{key}” votes: there are no scores of its criteria to compare'),
  unknown_criterion: error('没有评分项“{key}”', 'There is no criterion “{key}”'),
  anchor_out_of_scale: error('评分说明超出 0 至 {max} 分', 'The anchor lies outside the scale of 0 to {max}'),
  anchors_overlap: error('评分说明的分段重叠', 'Two anchors overlap'),
  step_does_not_divide: error('步长不能整除满分 {max}', 'The step does not divide the maximum of {max}'),
  reason_bounds_missing: error('没有写明何时须填理由', 'It does not say outside which scores a reason is due'),
  unknown_preference: error('没有优先条件“{key}”', 'There is no preference “{key}”'),
  roadshow_protocol_missing: error('有路演阶段，但没有路演规程', 'There is a roadshow stage but no protocol'),
  stage_not_roadshow: error('阶段“{key}”不是路演阶段', 'Stage “{key}” is not a roadshow'),
  warning_too_long: error('提醒时间不短于陈述时间', 'The warning comes before the presentation begins'),
  group_size_missing: error('按人数分组须写明每组数量', 'Groups by size need a size'),
} as const;

const award = {
  minimum_out_of_reach: error('最低分高于可得的最高分 {highest}', 'The minimum exceeds the highest score of {highest}'),
  marginal_minimum_missing: error('部分资助须写明最低金额', 'A partial award needs its least amount'),
  unknown_category: error('没有类别“{key}”', 'There is no category “{key}”'),
  minimum_shares_exceed_whole: error(
    '类别最低占比合计 {sum}%，超过 100%',
    'The minimum shares add up to {sum} %, more than the whole',
  ),
  groups_missing: error('按组排名，但路演没有分组', 'Ranks are within groups, but the roadshow has none'),
  contract_party_missing: error('合同须有出资方和受助方', 'The contract needs a funder and a grantee'),
} as const;

const project = {
  tranche_value_missing: error('拨款“{key}”没有写明比例或金额', 'Tranche “{key}” states no share or sum'),
  tranches_not_100: error('拨款比例合计为 {sum}%，应为 100%', 'The tranches add up to {sum} %, not 100 %'),
  tranches_not_award: error(
    '拨款合计 {sum}，与资助额 {award} 不符',
    'The tranches add up to {sum}, the award is {award}',
  ),
  fixed_tranches_need_fixed_award: error('资助额不固定，不能按固定金额拨款', 'Fixed tranches need a fixed award'),
  at_actual_not_last: error('只有最后一笔可以据实结算', 'Only the last tranche can be settled at actual'),
  tranche_without_condition: error('拨款“{key}”没有条件', 'Tranche “{key}” has no condition'),
  unknown_milestone: error('没有里程碑“{key}”', 'There is no milestone “{key}”'),
  unknown_evaluation: error('没有评估“{key}”', 'There is no evaluation “{key}”'),
  indicator_weights_off: error('指标权重合计为 {sum}，应为 {weight}', 'The indicators add up to {sum}, not {weight}'),
  grades_not_falling: error('等级须由高到低，最后一级从 0 分起', 'Grades must fall, the last one beginning at 0'),
  pass_mark_out_of_reach: error('合格线高于满分 {highest}', 'The pass mark exceeds the highest score of {highest}'),
  bands_not_falling: error('完成率分段须由高到低', 'Quantity bands must fall'),
  change_bands_not_rising: error('调整分段须由低到高，止于 100%', 'Change bands must rise and end at 100 %'),
  debar_years_mismatch: error('限制申报与年限须同时写明', 'Debarment and its years must be stated together'),
} as const;

const basis = {
  basis_missing: error('{parameter} 没有写明依据', '{parameter} does not say what it rests on'),
  unknown_pointer: error('依据指向不存在的位置', 'The basis points at nothing'),
  unknown_source: error('没有来源“{key}”', 'There is no source “{key}”'),
  quote_without_address: error('没有网址的来源“{key}”不得引用原文', 'Source “{key}” has no address and may not be quoted'),
} as const;

export const problemCatalogue = {
  ...shape, ...stagesAndMoney, ...boards, ...applicants, ...form, ...budget, ...scoring, ...award, ...project, ...basis,
} as const;

export type ProblemCode = keyof typeof problemCatalogue;

/** People read amounts in yuan: of `leftFen` a sentence says `{left}`. */
const inYuan = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).flatMap(([name, value]) => (name.endsWith('Fen') && typeof value === 'number' ? [[name.slice(0, -3), formatFen(fen(value))]] : [])));

/** One problem of the catalogue at a place of the rulebook. */
export function problem(code: ProblemCode, path: string, facts: Facts = {}): RulebookProblem {
  const [severity, sentence] = problemCatalogue[code];
  return { path, code, sentence, facts: { ...facts, ...inYuan(facts) }, severity };
}

/** What every check is: it reads the rulebook and yields what is wrong. */
export type Problems = Generator<RulebookProblem>;
