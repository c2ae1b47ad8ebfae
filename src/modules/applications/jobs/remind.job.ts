import { defineJob } from '#libs/jobs';

/** One draft that may have to be spoken of, at one mark before one deadline. */
export interface Reminder {
  readonly applicationId: string;
  /** ISO 8601: where the deadline has moved since, nobody is told of the old one. */
  readonly closesAt: string;
  readonly hours: number;
}

export const remindJob = defineJob<Reminder>('applications.remind-of-deadline', { queue: 'clock' });
export const reachMarksJob = defineJob<object>('applications.reach-marks', { queue: 'clock' });
