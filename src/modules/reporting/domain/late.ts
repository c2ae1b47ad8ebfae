import { say, type Sentence } from '#libs/errors';

export const LATE_KINDS = ['correction', 'sheets', 'objection', 'contract', 'milestone'] as const;
export type LateKind = (typeof LATE_KINDS)[number];

/** What is late, in words. */
export const LATE: Record<LateKind, Sentence> = {
  correction: say('补正逾期', 'Corrections overdue'),
  sheets: say('评分表未交', 'Score sheets not handed in'),
  objection: say('异议答复逾期', 'Objections not answered in time'),
  contract: say('协议逾期未签', 'Contracts not signed in time'),
  milestone: say('报告逾期未交', 'Reports overdue'),
};
