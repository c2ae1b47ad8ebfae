import { defineTexts } from '../../ui/index.js';

export const preflightTexts = defineTexts('calls-preflight', {
  call: ['基本信息与依据', 'The call and its grounds'],
  call_sound: ['名称、主办单位和依据齐全', 'Title, organisers and grounds are complete'],
  calendar: ['日程', 'Calendar'],
  calendar_sound: ['各阶段先后有序，公示期能按工作日计算', 'Stages are in order, and the working days of the notice can be counted'],
  money: ['资金与名额', 'Money and places'],
  money_sound: ['总额、额度和名额相符', 'Pool, amounts and places agree'],
  applicants: ['谁可以申报', 'Who may apply'],
  applicants_sound: ['申报主体与资格条件齐全', 'Applicants and conditions are complete'],
  form: ['申报书与预算', 'Form and budget'],
  form_sound: ['题目、条件和预算规则没有错误', 'Questions, conditions and budget rules hold no errors'],
  rubric: ['评分', 'Scoring'],
  rubric_sound: ['各层权重合计 100%', 'The weights on each level add up to 100 %'],
  after: ['签约、拨款与评估', 'Agreement, tranches and evaluation'],
  after_sound: ['拨款比例和条件、评估指标相符', 'Tranches, their conditions and evaluations agree'],
  errors: ['{count} 处须更正', '{count} to be put right'],
  warnings: ['{count} 处提醒，不影响发布', '{count} to look at; publishing is possible'],
  judges: ['评委', 'Judges'],
  judges_ahead: ['需要 {count} 位，发布后在“评审”页安排', '{count} are needed; they are seated under “Judging” once the call is published'],
  judges_seated: ['已安排 {seated} 位，需要 {judges} 位', '{seated} seated, {judges} needed'],
  judges_missing: ['已安排 {seated} 位，需要 {judges} 位，尚未齐备', '{seated} of {judges} seated'],
});
