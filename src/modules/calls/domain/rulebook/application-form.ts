import type { Sentence } from '#libs/errors';
import type { Fen } from '#libs/money';
import type { OfBoards } from './board.js';

export interface ApplicationForm {
  sections: FormSection[];
  /** What the applicant declares when submitting. */
  declaration: Sentence;
  seal: { legalRepresentative: boolean; organisation: boolean; site: boolean; supervisingUnit: boolean };
}

export interface FormSection extends OfBoards {
  key: string;
  title: Sentence;
  guidance?: Sentence;
  questions: Question[];
  /** Absent: always shown. A hidden question is neither required nor kept. */
  visibleWhen?: Condition;
}

/** Everything a person answers; the kind decides the shape of the answer. */
export type Question =
  | ShortTextQuestion | LongTextQuestion | NumberQuestion | MoneyQuestion | ChoiceQuestion | DateQuestion
  | TableQuestion | TeamQuestion | BeneficiariesQuestion | BudgetQuestion | FileQuestion;

export type QuestionKind = Question['kind'];

export interface QuestionBase {
  key: string;
  title: Sentence;
  help?: Sentence;
  required: boolean;
  visibleWhen?: Condition;
  prefill?: PrefillKey;
  /** Hidden from judges in a blind review. */
  identifying?: boolean;
}

/** What the profile of the organisation or of the person can fill. */
export type PrefillKey =
  | 'organisation.name' | 'organisation.uscc' | 'organisation.registeredOn' | 'organisation.address'
  | 'organisation.profile' | 'organisation.grade' | 'organisation.inspection' | 'organisation.legalRepresentative'
  | 'organisation.bankAccount' | 'organisation.team' | 'leader.name' | 'leader.mobile' | 'leader.email';

/** Answer: a string on one line. */
export interface ShortTextQuestion extends QuestionBase { kind: 'short_text'; limit: TextLimit; pattern?: string }
/** Answer: a string of paragraphs. */
export interface LongTextQuestion extends QuestionBase { kind: 'long_text'; limit: TextLimit }
/** 字: a Han character or mark is one, a run of Latin letters or digits is one. */
export interface TextLimit {
  min?: number;
  max: number;
  /** So many 字 over the limit are still taken, with a warning. */
  margin: number;
}
/** Answer: a number. */
export interface NumberQuestion extends QuestionBase {
  kind: 'number'; min?: number; max?: number; decimals: number; unit?: Sentence;
}
/** Answer: integer fen. */
export interface MoneyQuestion extends QuestionBase { kind: 'money'; minFen?: Fen; maxFen?: Fen; role?: 'request' | 'total' }
/** Answer: one option key, or a list of them when `most` exceeds one. */
export interface ChoiceQuestion extends QuestionBase {
  kind: 'choice';
  /** `categories`: the open categories of the rulebook. */
  options: ChoiceOption[] | 'categories';
  least: number;
  most: number;
}
export interface ChoiceOption { key: string; title: Sentence }
/** Answer: a day `YYYY-MM-DD`. */
export interface DateQuestion extends QuestionBase { kind: 'date'; earliest?: string; latest?: string }
/** Answer: a list of rows, each an object by column key. */
export interface TableQuestion extends QuestionBase {
  kind: 'table'; columns: TableColumn[]; minRows: number; maxRows: number;
}
export interface TableColumn {
  key: string; title: Sentence; kind: 'short_text' | 'number' | 'money' | 'date'; required: boolean;
}
/** Answer: rows of `{name, education, licence, role, phone, fullTime}`. */
export interface TeamQuestion extends QuestionBase { kind: 'team'; minRows: number; maxRows: number }
/** Answer: `{direct, indirect, women, children, families, personTimes, description}`; persons and person-times never mix. */
export interface BeneficiariesQuestion extends QuestionBase { kind: 'beneficiaries'; minDirect: number }
/** Answer: rows of `{category, item, unitFen, unit, quantity, days?, grade?, source, note}`, checked by `budget`. */
export interface BudgetQuestion extends QuestionBase { kind: 'budget' }
/** Answer: a list of file ids. */
export interface FileQuestion extends QuestionBase {
  kind: 'file';
  accept: ('pdf' | 'docx' | 'xlsx' | 'jpg' | 'png' | 'zip')[];
  maxFiles: number;
  maxBytes: number;
}

/** Whether something shows, decided by other answers. */
export type Condition =
  | { kind: 'equals'; question: string; value: string | number | boolean }
  | { kind: 'one_of'; question: string; values: (string | number)[] }
  | { kind: 'at_least'; question: string; value: number }
  | { kind: 'at_most'; question: string; value: number }
  | { kind: 'answered'; question: string }
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition };
