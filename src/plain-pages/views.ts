import type { Sentence } from '#libs/errors';

/** Asks the public interface; null where it refuses. */
export type Ask = <View>(path: string) => Promise<View | null>;

/** What these pages read of the public answers of the interface. */
export interface CallEntry {
  readonly id: string;
  readonly number: string;
  readonly title: Sentence;
  readonly label: Sentence;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly organisers: readonly { readonly name: Sentence }[];
  readonly poolFen: number;
  readonly awards: number | null;
  readonly categories: readonly { readonly key: string; readonly title: Sentence; readonly seats: number | null }[];
  readonly boards: readonly { readonly title: Sentence; readonly poolFen: number; readonly closesAt: string; readonly categoryKeys: readonly string[] }[];
  readonly stages: readonly { readonly title: Sentence; readonly opensAt: string | null; readonly closesAt: string | null }[];
}

export interface WholeCall extends CallEntry {
  readonly rulebookHash: string;
  readonly asking: { readonly allowed: boolean; readonly reason?: Sentence; readonly until: string };
  readonly answers: readonly { readonly question: string; readonly answer: string; readonly answeredAt: string }[];
  readonly rulebook: {
    readonly eligibility: readonly { readonly text: Sentence }[];
    readonly scoring: { readonly stages: readonly { readonly title: Sentence; readonly weight: number; readonly blocs: readonly { readonly criteria: readonly { readonly title: Sentence; readonly max: number }[] }[] }[] };
    readonly form: {
      readonly declaration: Sentence;
      readonly sections: readonly { readonly title: Sentence; readonly guidance?: Sentence; readonly questions: readonly Question[] }[];
    };
  };
}

export interface Question {
  readonly title: Sentence;
  readonly help?: Sentence;
  readonly required: boolean;
  readonly limit?: { readonly max: number };
  readonly options?: 'categories' | readonly { readonly title: Sentence }[];
}

export interface Notice {
  readonly callId: string;
  readonly label?: Sentence;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly hash: string;
  readonly totalFen?: number;
  readonly totalInWords?: string;
  readonly withdrawnReason: string | null;
  readonly content: {
    readonly title: Sentence;
    readonly callNumber: string;
    readonly organisers: readonly Sentence[];
    readonly channel: Sentence;
    readonly rows: readonly { readonly organisation?: string; readonly project?: string; readonly category?: string; readonly amount?: number }[];
  };
}

export interface FundedRound {
  readonly number: string;
  readonly title: Sentence;
  readonly year: number;
  readonly organiser: Sentence;
  /** What the notice does not show is null. */
  readonly list: readonly { readonly organisation: string | null; readonly project: string | null; readonly category: Sentence | null; readonly amountFen: number | null; readonly state: Sentence }[];
}

/** What a hash belongs to. */
export interface Verification {
  readonly hash: string;
  readonly findings: readonly {
    readonly what: Sentence;
    readonly issuedAt: string;
    readonly issuer: Sentence;
    readonly round: Sentence | null;
    readonly roundNumber: string | null;
    readonly remark: Sentence | null;
  }[];
}
