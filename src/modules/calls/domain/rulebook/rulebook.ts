import type { Sentence } from '#libs/errors';
import type { Fen } from '#libs/money';
import type { Instant, Key, Percent, Pointer, Term } from './basics.js';
import type { BudgetRules } from './budget-rules.js';
import type { EligibilityRule, ApplicantType, RegistrationLevel, PreferenceRule } from './eligibility-rules.js';
import type { ApplicationForm } from './application-form.js';
import type { AmountRule, Board } from './board.js';
import type { ScoreTree, RoadshowProtocol } from './score-tree.js';
import type { AllocationRule, PublicityRules, AcceptanceRule, ContractRules } from './award-rules.js';
import type {
  ChangeRules, EvaluationGrid, IncubationTerm, Milestone, RetentionRule, Sanction, TranchePlan,
} from './project-rules.js';

export type * from './basics.js';
export type { AmountRule, AmountTier, Board } from './board.js';
export type * from './budget-rules.js';
export type * from './eligibility-rules.js';
export type * from './application-form.js';
export type * from './score-tree.js';
export type * from './award-rules.js';
export type * from './project-rules.js';

/**
 * Everything in which one programme differs from another, as one document. It is data: it freezes when the call opens,
 * and a change afterwards is a new version with a reason. The comments C1 to C19 name the nineteen parameters of
 * public-benefit venture programmes that differ from one place to the next.
 */
export interface Rulebook {
  format: 'qiongxiang-rulebook/1';
  code: Key;
  /** `published`: encoded from an issued notice, so that each of the nineteen parameters must say what it rests on. */
  origin: 'published' | 'authored';
  title: Sentence;
  purpose?: Sentence;
  year: number;
  visibility: 'public' | 'invited';
  /** The code of the programme whose open slots a supplementary call fills. */
  supplementTo?: Key;
  organisers: Organiser[];
  /** C1 */
  stages: Stage[];
  /** The instant at which the call closes; it equals the end of the application stage. */
  deadline: Deadline;
  /** C2, C3, C4 */
  money: MoneyRules;
  /** C5 */
  categories: Category[];
  /** 板块; left out: one contest with one pool. */
  boards?: Board[];
  /** C6, C7 */
  applicants: ApplicantRules;
  /** C8, C9 and every other condition */
  eligibility: EligibilityRule[];
  /** 同等条件下优先: what decides between equals, or gives a bonus. */
  preferences: PreferenceRule[];
  /** How the eligibility of an application is screened; left out: one screener, no term, an appeal within five days. */
  screening?: ScreeningRules;
  /** C10 */
  matching: MatchingRule;
  form: ApplicationForm;
  /** C16 */
  budget: BudgetRules;
  /** C11, C12, C13 */
  scoring: ScoreTree;
  /** Null when nobody presents. */
  roadshow: RoadshowProtocol | null;
  allocation: AllocationRule;
  /** C14 */
  publicity: PublicityRules;
  acceptance: AcceptanceRule;
  contract: ContractRules;
  /** C15 */
  tranches: TranchePlan;
  milestones: Milestone[];
  changes: ChangeRules;
  /** C17: one grid per evaluation, mid-term and final. */
  evaluations: EvaluationGrid[];
  /** C18 */
  sanctions: Sanction[];
  /** C19: null when the programme incubates nobody. */
  incubation: IncubationTerm | null;
  retention: RetentionRule[];
  sources: Source[];
  /** What each value rests on. An entry covers all beneath its pointer until a nearer entry says otherwise. */
  basis: Record<Pointer, Basis>;
}

export interface ScreeningRules {
  /** So many people judge every rule, each for herself. */
  screeners: number;
  /** What counts without an officer: all of them alike, or more than half. */
  agreement: 'unanimous' | 'majority';
  /** From the later of submission and deadline to the decision; it stands still while a correction or a supplement is awaited. */
  decision: Term | null;
  /** How long an appeal against a refusal is taken, from the day of the refusal. */
  appeal: Term;
}

export type Basis =
  | { kind: 'source'; ref: Key; quote?: string }
  /** `after`: the source of another programme whose value was borrowed. */
  | { kind: 'assumption'; why: Sentence; after?: Key };

/** A published text. One without an address may not be quoted to the public. */
export interface Source {
  key: string;
  title: Sentence;
  url: string | null;
  issuer?: Sentence;
}

export interface Organiser {
  role: 'host' | 'guide' | 'operator' | 'co_host' | 'funder';
  name: Sentence;
}

export type StageKind =
  | 'needs_collection' | 'application' | 'recommendation' | 'screening' | 'written_review' | 'optimisation'
  | 'roadshow' | 'revival' | 'mass_vote' | 'site_check' | 'negotiation' | 'approval' | 'publicity' | 'adoption'
  | 'contract' | 'implementation' | 'midterm' | 'final_evaluation' | 'settlement';

export interface Stage {
  key: Key;
  kind: StageKind;
  title: Sentence;
  /** Null while the organiser has not fixed it. */
  opensAt: Instant | null;
  closesAt: Instant | null;
  /** Who goes on to the next stage. */
  cut: StageCut;
}

export type StageCut =
  | { kind: 'all' }
  | { kind: 'passed' }
  | { kind: 'top_overall'; count: number }
  | { kind: 'top_per_category'; count: number }
  | { kind: 'minimum_score'; score: number };

export interface Deadline {
  at: Instant;
  zone: 'Asia/Shanghai';
  /** Seconds after `at` in which a submission is still taken; never advertised. */
  graceSeconds: number;
  /** Nobody but the applicant opens a submission before the call has closed; openings after it are written down. */
  sealed?: boolean;
  /** Until when questions about the call are taken; until the deadline where it is left out. */
  questionsUntil?: Instant;
}

export interface MoneyRules {
  /** C2. It decides who may judge: see `scoring.stages[].blocs[].panel.barred`. */
  route: 'grant' | 'purchase' | 'reward' | 'directed';
  /** 提供服务收入 for a purchase, 政府补助收入 for a subsidy, 捐赠收入 for a foundation's gift. */
  incomeNature: 'government_subsidy' | 'service_income' | 'donation_income';
  fund: 'fiscal' | 'lottery' | 'foundation' | 'mixed';
  /** C4 */
  poolFen: Fen;
  /** C4: null when money alone limits the number. */
  awards: number | null;
  /** C3 */
  amount: AmountRule;
  /** C3: an organisation without an earlier award of the programme asks for no more than this. */
  firstTimerCapFen: Fen | null;
  /** True when the committee may grant less than was asked. */
  mayGrantLess: boolean;
}

export interface Category {
  key: Key;
  title: Sentence;
  description?: Sentence;
  /** Seats kept for this category; null when it competes freely. */
  seats: number | null;
  /** Whether an application may choose it. */
  open: boolean;
}

export interface ApplicantRules {
  /** C7 */
  types: ApplicantType[];
  /** Where an applicant must be registered; empty means anywhere. GB/T 2260 division codes, a prefix covers its subtree. */
  registeredIn: Territory[];
  registrationLevels: RegistrationLevel[];
  /** Where the project must happen and its beneficiaries live. */
  implementedIn: Territory[];
  /** C6 */
  maxApplications: number;
  maxAwards: number;
  /** How many applications each city or district may forward, of one category or (null) of all. */
  nominations?: NominationCap[];
  joint: JointApplication;
  /** Groups without legal personality apply through a registered host. */
  host: { allowed: boolean; hostTypes: ApplicantType[] };
}

export interface NominationCap {
  by: 'city' | 'district';
  category: Key | null;
  max: number;
}

export interface Territory {
  code: string;
  name: Sentence;
}

export interface JointApplication {
  mode: 'forbidden' | 'allowed' | 'required';
  maxParties: number;
  /** With `required`: each group must be present by one of its types. */
  together: ApplicantType[][];
}

/** C10 */
export interface MatchingRule {
  mode: 'none' | 'preferred' | 'required';
  /** Matching and raised money as a share of the whole budget. */
  minPercentOfTotal: Percent;
  /** What the programme adds to money the applicant raises: 1 means 1:1. */
  topUp: { ratio: number; maxFen: Fen } | null;
  forms: ('cash' | 'in_kind' | 'raised')[];
}
