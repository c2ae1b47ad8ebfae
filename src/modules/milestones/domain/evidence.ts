import { say, type Sentence } from '#libs/errors';
import type { EvidenceKind } from '#modules/calls';
import type { Milestone } from './milestone.js';

export const EVIDENCE_WORDS: Record<EvidenceKind, Sentence> = {
  narrative: say('文字说明', 'narrative'),
  income_expenditure: say('收支表', 'income-expenditure table'),
  vouchers: say('凭证', 'vouchers'),
  sign_in_sheets: say('签到表', 'sign-in sheets'),
  activity_records: say('活动记录', 'activity records'),
  photos: say('照片', 'photos'),
  satisfaction_survey: say('满意度调查', 'satisfaction survey'),
  beneficiary_confirmation: say('受益人确认', 'confirmation of beneficiaries'),
  payment_ledger: say('支出明细账', 'payment ledger'),
  volunteer_hours: say('志愿服务时数', 'volunteer hours'),
  plan: say('实施计划', 'plan'),
};

/** Kinds of evidence that the report owes and does not hold; the narrative is text, everything else a file. */
export const lackingOf = ({ evidenceKinds, report }: Pick<Milestone, 'evidenceKinds' | 'report'>): Sentence[] =>
  evidenceKinds.filter((kind) => (kind === 'narrative' ? report.narrative.trim() === '' : (report.evidence[kind] ?? []).length === 0)).map((kind) => EVIDENCE_WORDS[kind]);
