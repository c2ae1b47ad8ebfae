import { defineEvent } from '#libs/events';

/** News of one call; what it says at that moment is read through the facade. */
export interface CallNews {
  readonly callId: string;
  readonly programmeId: string;
  readonly nodePath: string;
  readonly number: string;
}

export const CallPublished = defineEvent<CallNews>('CallPublished');
export const CallOpened = defineEvent<CallNews>('CallOpened');
/** Told once nothing more is taken: after the deadline and its grace. */
export const CallClosed = defineEvent<CallNews>('CallClosed');
export const CallSuspended = defineEvent<CallNews>('CallSuspended');
export const CallResumed = defineEvent<CallNews>('CallResumed');
export const CallCancelled = defineEvent<CallNews>('CallCancelled');
/** An addendum: the rules of a published call changed, with a reason. */
export const CallRulesChanged = defineEvent<CallNews & { readonly rulebookVersion: number; readonly reason: string }>('CallRulesChanged');

/** The events that the lifecycle's table names. */
export const CALL_EVENTS = { CallPublished, CallOpened, CallClosed, CallSuspended, CallResumed, CallCancelled } as const;
