import { defineEvent } from '#libs/events';

/** News of one call; what it says at that moment is read through the facade. */
export interface CallNews {
  readonly callId: string;
  readonly programmeId: string;
  readonly nodePath: string;
  readonly number: string;
  /** Whose act it was; left out where the clock did it. */
  readonly by?: string;
}

export const CallPublished = defineEvent<CallNews>('CallPublished');
export const CallOpened = defineEvent<CallNews>('CallOpened');
/** Told once nothing more is taken: after the deadline and its grace. */
export const CallClosed = defineEvent<CallNews>('CallClosed');
export const CallSuspended = defineEvent<CallNews>('CallSuspended');
export const CallResumed = defineEvent<CallNews>('CallResumed');
export const CallCancelled = defineEvent<CallNews>('CallCancelled');
export interface ChangedRules extends CallNews {
  readonly rulebookVersion: number;
  readonly reason: string;
  /** Where the addendum is an extension: the deadline before it, in ISO 8601. */
  readonly formerDeadline?: string;
}

/** An addendum: the rules of a published call changed, with a reason. */
export const CallRulesChanged = defineEvent<ChangedRules>('CallRulesChanged');

/** A question was answered for everybody; both are read through the call's public page. */
export const CallQuestionAnswered = defineEvent<CallNews & { readonly questionId: string; readonly question: string; readonly answer: string }>('CallQuestionAnswered');

/** The events that the lifecycle's table names. */
export const CALL_EVENTS = { CallPublished, CallOpened, CallClosed, CallSuspended, CallResumed, CallCancelled } as const;
