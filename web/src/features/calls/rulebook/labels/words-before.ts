import { APPLICANT_KINDS, REGISTRATION_LEVELS } from '../../../../api/words.js';
import type { Pair } from '../../../../ui/language/texts.js';

/** The words of a field, by the field's place. */
export type Words = Readonly<Record<string, Readonly<Record<string, Pair>>>>;

/** As they stand alone in a list: in English with a capital. */
const alone = (words: Readonly<Record<string, Pair>>): Readonly<Record<string, Pair>> =>
  Object.fromEntries(Object.entries(words).map(([key, [zh, en]]) => [key, [zh, en.charAt(0).toUpperCase() + en.slice(1)]]));

const KINDS = alone(APPLICANT_KINDS);
const LEVELS = alone(REGISTRATION_LEVELS);
const GRADES: Readonly<Record<string, Pair>> = { '1A': ['1A', '1A'], '2A': ['2A', '2A'], '3A': ['3A', '3A'], '4A': ['4A', '4A'], '5A': ['5A', '5A'] };
export const STAGE_KINDS: Readonly<Record<string, Pair>> = {
  needs_collection: ['需求征集', 'Needs collection'], application: ['申报', 'Application'], recommendation: ['推荐', 'Recommendation'],
  screening: ['资格审查', 'Screening'], written_review: ['书面评审', 'Written review'], optimisation: ['项目优化', 'Optimisation'],
  roadshow: ['路演', 'Roadshow'], revival: ['复活赛', 'Revival'], mass_vote: ['大众评审', 'Mass vote'], site_check: ['现场考察', 'Site check'],
  negotiation: ['磋商', 'Negotiation'], approval: ['审定', 'Approval'], publicity: ['公示', 'Public notice'], adoption: ['认购', 'Adoption'],
  contract: ['签约', 'Signing'], implementation: ['实施', 'Implementation'], midterm: ['中期评估', 'Mid-term evaluation'],
  final_evaluation: ['末期评估', 'Final evaluation'], settlement: ['结项', 'Close-out'],
};

const AMOUNT_KINDS = {
  fixed: ['固定金额', 'A fixed sum'], cap: ['只设上限', 'A cap'], range: ['上下限之间', 'A range'], share_of_budget: ['按总预算比例', 'A share of the budget'],
  tiers_by_rank: ['按名次分档', 'Tiers by rank'], at_defence: ['路演后核定', 'Settled at the defence'],
} as const;

/** Up to the form: the call, its applicants, its budget. */
export const wordsBefore: Words = {
  'screening.agreement': { unanimous: ['所有人意见相同', 'All found the same'], majority: ['过半数意见相同', 'More than half found the same'] },
  origin: { published: ['据已公布通知编写', 'Encoded from an issued notice'], authored: ['自行拟定', 'Written here'] },
  visibility: { public: ['公开', 'Public'], invited: ['凭邀请', 'By invitation'] },
  'organisers.*.role': { host: ['主办单位', 'Host'], guide: ['指导单位', 'Guiding body'], operator: ['承办单位', 'Operator'], co_host: ['协办单位', 'Co-host'], funder: ['出资单位', 'Funder'] },
  'stages.*.kind': STAGE_KINDS,
  'stages.*.cut': {
    all: ['全部进入', 'Everybody'], passed: ['通过的进入', 'Those that pass'], top_overall: ['总排名前若干名', 'The top overall'],
    top_per_category: ['每类前若干名', 'The top of each category'], minimum_score: ['达到最低分', 'Those above a score'],
  },
  'money.route': { grant: ['资助', 'Grant'], purchase: ['政府购买服务', 'Purchase of services'], reward: ['以奖代补', 'Reward after results'], directed: ['定向扶持', 'Directed support'] },
  'money.incomeNature': { government_subsidy: ['政府补助收入', 'Government subsidy'], service_income: ['提供服务收入', 'Service income'], donation_income: ['捐赠收入', 'Donation income'] },
  'money.fund': { fiscal: ['财政资金', 'Fiscal money'], lottery: ['福彩公益金', 'Welfare-lottery fund'], foundation: ['基金会资金', 'A foundation’s money'], mixed: ['多种来源', 'Mixed'] },
  'money.amount': AMOUNT_KINDS,
  'boards.*.amount': AMOUNT_KINDS,
  'applicants.types': KINDS,
  'applicants.joint.together.*': KINDS,
  'applicants.host.hostTypes': KINDS,
  'applicants.registrationLevels': LEVELS,
  'applicants.joint.mode': { forbidden: ['不接受', 'Not accepted'], allowed: ['可以', 'Allowed'], required: ['必须', 'Required'] },
  'applicants.nominations.*.by': { city: ['市', 'City'], district: ['县（区）', 'County or district'] },
  'eligibility.*.effect': { exclude: ['不能通过', 'It cannot be admitted'], flag: ['提请人工判断', 'A person decides'] },
  'eligibility.*.moments': { self_check: ['填写前自查', 'Self-check before writing'], submission: ['提交时', 'On submission'], screening: ['资格审查', 'At screening'], signing: ['签约前', 'Before signing'] },
  'eligibility.*.parameters.levels': LEVELS,
  'eligibility.*.parameters.years': { last: ['上一年度', 'The last year'], all: ['历年', 'All years'] },
  'eligibility.*.parameters.persons': { legal_representative: ['法定代表人', 'Legal representative'], leader: ['项目负责人', 'Project leader'] },
  'eligibility.*.parameters.minGrade': GRADES,
  'eligibility.*.parameters.licence': { social_worker: ['社会工作师', 'Social worker'], assistant_social_worker: ['助理社会工作师', 'Assistant social worker'], any_social_worker: ['任一社工证', 'Either'] },
  'eligibility.*.parameters.types': KINDS,
  'eligibility.*.parameters.hostTypes': KINDS,
  'preferences.*.kind': {
    party_organisation: ['已成立党组织', 'Party organisation'], womens_federation_body: ['已成立妇联组织', 'Women’s-federation body'], grade: ['评估等级', 'Grade'],
    matching: ['配套资金', 'Matching money'], experience: ['同类项目经验', 'Experience'], social_worker_licence: ['持社工证', 'Social-work licence'],
    last_year_winner: ['上年立项', 'Last year’s winner'], local_co_funding: ['地方配套', 'Local co-funding'], other: ['其他', 'Other'],
  },
  'preferences.*.minGrade': GRADES,
  'matching.mode': { none: ['不要求', 'None'], preferred: ['优先', 'Preferred'], required: ['必须', 'Required'] },
  'matching.forms': { cash: ['现金', 'Cash'], in_kind: ['实物与服务', 'In kind'], raised: ['募集', 'Raised'] },
  'form.sections.*.questions.*': {
    short_text: ['一行文字', 'One line'], long_text: ['大段文字', 'Paragraphs'], number: ['数字', 'Number'], money: ['金额', 'Amount'], choice: ['选择', 'Choice'],
    date: ['日期', 'Date'], table: ['表格', 'Table'], team: ['团队成员', 'Team'], beneficiaries: ['受益人', 'Beneficiaries'], budget: ['预算表', 'Budget'], file: ['文件', 'File'],
  },
  'form.sections.*.questions.*.prefill': {
    'organisation.name': ['组织名称', 'Name of the organisation'], 'organisation.uscc': ['统一社会信用代码', 'Credit code'], 'organisation.registeredOn': ['登记日期', 'Registered on'],
    'organisation.address': ['地址', 'Address'], 'organisation.profile': ['组织简介', 'Profile'], 'organisation.grade': ['评估等级', 'Grade'],
    'organisation.inspection': ['年检结论', 'Annual inspection'], 'organisation.legalRepresentative': ['法定代表人', 'Legal representative'],
    'organisation.bankAccount': ['银行账户', 'Bank account'], 'organisation.team': ['团队', 'Team'], 'leader.name': ['负责人姓名', 'Name of the leader'],
    'leader.mobile': ['负责人手机', 'Mobile of the leader'], 'leader.email': ['负责人邮箱', 'E-mail of the leader'],
  },
  'form.sections.*.questions.*.role': { request: ['申请金额', 'Amount requested'], total: ['项目总预算', 'Whole budget'] },
  'form.sections.*.questions.*.options': { categories: ['征集的类别', 'The categories of the call'] },
  'form.sections.*.questions.*.columns.*.kind': { short_text: ['文字', 'Text'], number: ['数字', 'Number'], money: ['金额', 'Amount'], date: ['日期', 'Date'] },
  'form.sections.*.questions.*.accept': { pdf: ['PDF', 'PDF'], docx: ['Word', 'Word'], xlsx: ['Excel', 'Excel'], jpg: ['JPG 图片', 'JPG'], png: ['PNG 图片', 'PNG'], zip: ['压缩包', 'ZIP'] },
  'budget.sources.*.kind': { grant: ['资助资金', 'Grant'], matching: ['配套资金', 'Matching'], raised: ['募集资金', 'Raised'], in_kind: ['实物与服务', 'In kind'] },
  'budget.rules.*': {
    share: ['占比', 'A share'], amount: ['金额上下限', 'A sum'], forbidden: ['不得列支', 'Forbidden'], unit_ceiling: ['单位标准', 'Ceiling per unit'],
    unit_price: ['价目', 'Price list'], detail: ['明细要求', 'Detail'],
  },
  'budget.rules.*.effect': { refuse: ['不能提交', 'It cannot be submitted'], warn: ['提醒', 'A warning'] },
  'budget.rules.*.unit': { person_day: ['每人每天', 'Per person and day'], person_time: ['每人次', 'Per person-time'], day: ['每天', 'Per day'], hour: ['每小时', 'Per hour'] },
  'budget.rules.*.grade': { senior: ['高级职称', 'Senior'], other: ['其他', 'Other'] },
  'budget.rules.*.columns': { nature: ['性质', 'Nature'], number: ['数量', 'Number'], times: ['次数', 'Times'], amount_each: ['每次金额', 'Amount each'], days: ['天数', 'Days'], persons: ['人数', 'Persons'] },
  'budget.lineDetail': { required: ['必须写明', 'Required'], warn: ['未写明时提醒', 'Warned of'] },
};
