import { defineEvent } from '#libs/events';

export const MilestoneAccepted = defineEvent<{ readonly milestoneId: string; readonly projectId: string; readonly key: string }>('MilestoneAccepted');
export const EvaluationRecorded = defineEvent<{ readonly evaluationId: string; readonly projectId: string; readonly key: string; readonly passed: boolean }>('EvaluationRecorded');
