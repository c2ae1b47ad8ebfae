import type { Sentence } from '#libs/errors';
import type { Fen } from '#libs/money';
import type { Term } from './basics.js';

/**
 * Who is funded: eligible by final score, above the line; reserved seats of the categories first, in score order; then the
 * open seats; until money or seats run out.
 */
export interface AllocationRule {
  method: 'by_rank';
  rankWithin: 'overall' | 'category' | 'group';
  /** Below this final score nobody is funded. */
  minimumScore: number | null;
  /** What happens to the project that the rest of the pool cannot fund in full. */
  marginal: 'cut' | 'partial' | 'skip';
  /** With `partial`: below this sum it is cut. */
  marginalMinimumFen: Fen | null;
  /** What happens to reserved seats that nobody fills. */
  rollOver: 'open_seats' | 'supplementary_call' | 'lapse';
  /** At least so much of all awards goes to these categories. */
  minimumShares: { categories: string[]; atLeastPercent: number }[];
  reserve: { size: number; promote: 'in_rank_order' | 'same_category_first' };
  /** Honours beside the money, from rank 1 without gap or overlap: first, second and third prize. */
  prizes?: Prize[];
}

/** Ranks are inclusive. */
export interface Prize {
  key: string;
  title: Sentence;
  fromRank: number;
  toRank: number;
}

/** C14 */
export interface PublicityRules {
  awards: PublicNotice;
  /** Evaluation results are put on notice in some places. */
  evaluations: PublicNotice | null;
  objection: ObjectionTerms;
}

export interface PublicNotice {
  term: Term;
  /** What the list shows, in this order. */
  columns: ('rank' | 'organisation' | 'project' | 'category' | 'amount' | 'score')[];
  experts: boolean;
}

export interface ObjectionTerms {
  realName: boolean;
  seal: boolean;
  /** An anonymous objection is inadmissible, or read without a right to an answer. */
  anonymous: 'inadmissible' | 'read_only';
  answer: Term;
  escalation: { to: Sentence; answer: Term } | null;
  channel: Sentence;
}

export interface AcceptanceRule {
  term: Term;
  /** What silence means once the term is over. */
  silence: 'declines' | 'accepts';
  promoteReserve: boolean;
}

export interface ContractRules {
  parties: ContractParty[];
  sign: Term;
  /** Clauses beyond the template, in order. */
  clauses: Sentence[];
}

export interface ContractParty {
  key: string;
  role: 'funder' | 'grantee' | 'operator' | 'site' | 'host_organisation' | 'co_applicant';
  title: Sentence;
}
