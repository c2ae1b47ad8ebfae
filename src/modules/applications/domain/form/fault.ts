import { say, type Facts, type Problem, type Sentence } from '#libs/errors';

/** The published text on which a rule rests; one without an address cannot be opened. */
export interface FaultSource {
  readonly title: Sentence;
  readonly url: string | null;
}

/** What stands against submitting; a warning does not. `path` is `section.question` and, in tables, the row and column. */
export interface Fault extends Problem {
  readonly section: string;
  readonly severity: 'error' | 'warning';
  /** Where the fault breaks a cost rule. */
  readonly source?: FaultSource;
}

/** A fault of one answer before it is known where the answer stands. `place` is a path inside the answer. */
export interface AnswerFault {
  readonly code: string;
  readonly sentence: Sentence;
  readonly facts?: Facts;
  readonly place?: string;
  readonly severity?: 'error' | 'warning';
  readonly source?: FaultSource;
}

const SENTENCES = {
  answer_missing: say('此项必填', 'This must be answered'),
  wrong_form: say('填写格式不正确', 'The answer is not in the expected form'),
  text_too_long: say('{count} 字，超过上限 {max} 字', '{count} characters; at most {max} are allowed'),
  text_over_limit: say('{count} 字，略超建议上限 {max} 字', '{count} characters, a little over the limit of {max}'),
  text_too_short: say('{count} 字，少于 {min} 字', '{count} characters; at least {min} are needed'),
  pattern_missed: say('格式不符合要求', 'It does not have the required form'),
  number_too_small: say('不能小于 {min}', 'It must be at least {min}'),
  number_too_large: say('不能大于 {max}', 'It must be at most {max}'),
  too_many_decimals: say('至多 {decimals} 位小数', 'At most {decimals} decimals'),
  day_too_early: say('不能早于 {earliest}', 'It must not be before {earliest}'),
  day_too_late: say('不能晚于 {latest}', 'It must not be after {latest}'),
  option_unknown: say('没有这个选项', 'There is no such option'),
  category_closed: say('该类别本批次不开放申报', 'This category is not open in this call'),
  too_few: say('至少 {least} 项', 'At least {least} are needed'),
  too_many: say('至多 {most} 项', 'At most {most} are allowed'),
  too_few_direct: say('直接受益人数不能少于 {min}', 'At least {min} direct beneficiaries are needed'),
} as const;

export type AnswerFaultCode = keyof typeof SENTENCES;

export const fault = (code: AnswerFaultCode, facts: Facts = {}, place?: string): AnswerFault => ({ code, sentence: SENTENCES[code], facts, place });
export const warning = (code: AnswerFaultCode, facts: Facts = {}): AnswerFault => ({ ...fault(code, facts), severity: 'warning' });
