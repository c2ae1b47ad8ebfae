import type { AwardNews } from '../awards.events.js';
import type { Award } from '../domain/award.js';

export const newsOf = ({ id, callId, applicationId, organisationId, nodePath, amountFen }: Award): AwardNews => ({ awardId: id, callId, applicationId, organisationId, nodePath, amountFen });
