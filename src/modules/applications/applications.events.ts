import { defineEvent } from '#libs/events';

/** News of one application; what it says is read through the facade. */
export interface ApplicationNews {
  readonly applicationId: string;
  readonly callId: string;
  readonly organisationId: string;
  readonly nodePath: string;
  readonly number: string;
}

export const ApplicationSubmitted = defineEvent<ApplicationNews>('ApplicationSubmitted');
export const ApplicationWithdrawn = defineEvent<ApplicationNews>('ApplicationWithdrawn');
export const ApplicationReturned = defineEvent<ApplicationNews>('ApplicationReturned');
/** A screener has admitted or excluded it. */
export const ApplicationScreened = defineEvent<ApplicationNews>('ApplicationScreened');
/** Everybody in the round may now know what became of their application. */
export const OutcomesAnnounced = defineEvent<{ readonly callId: string }>('OutcomesAnnounced');

/** The events that the lifecycle's table names. */
export const APPLICATION_EVENTS = { ApplicationSubmitted, ApplicationWithdrawn, ApplicationReturned, ApplicationScreened } as const;
