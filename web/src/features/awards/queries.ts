import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/index.js';

export const AWARDS = ['awards'] as const;
/** An award changes what its application, its call and the projects say. */
export const AFTER_WRITE = [AWARDS, ['projects'], ['calls'], ['applications'], ['inbox']] as const;

export const roundQuery = (callId: string) => queryOptions({ queryKey: [...AWARDS, 'round', callId], queryFn: () => api.awardRoundsOne({ path: { id: callId } }) });
export const allocationQuery = (callId: string) => queryOptions({ queryKey: [...AWARDS, 'allocation', callId], queryFn: () => api.awardsPreview({ path: { id: callId } }) });
export const awardsQuery = (callId: string) => queryOptions({ queryKey: [...AWARDS, 'list', callId], queryFn: () => api.awardsList({ path: { id: callId } }) });
export const previewQuery = (callId: string) => queryOptions({ queryKey: [...AWARDS, 'preview', callId], queryFn: () => api.awardRoundsPreview({ path: { id: callId } }) });
export const noticesQuery = (callId: string) => queryOptions({ queryKey: [...AWARDS, 'notices', callId], queryFn: () => api.publicNoticesOne({ path: { callId } }) });
export const allNoticesQuery = queryOptions({ queryKey: [...AWARDS, 'notices'], queryFn: () => api.publicNoticesList() });
export const objectionsQuery = (callId: string) => queryOptions({ queryKey: [...AWARDS, 'objections', callId], queryFn: () => api.awardsListObjections({ path: { id: callId } }) });
export const waitingObjectionsQuery = queryOptions({ queryKey: [...AWARDS, 'objections', 'waiting'], queryFn: () => api.awardRoundsWaiting() });
export const mineQuery = queryOptions({ queryKey: [...AWARDS, 'mine'], queryFn: () => api.awardsMine() });
export const objectionQuery = (reference: string) => queryOptions({ queryKey: [...AWARDS, 'objection', reference], queryFn: () => api.publicNoticesAnswer({ path: { reference } }), retry: false });
export const runningQuery = (callId: string) => queryOptions({ queryKey: ['projects', 'round', callId], queryFn: () => api.roundsOne({ path: { id: callId } }) });
export const judgedRoundQuery = (callId: string) => queryOptions({ queryKey: ['scoring', 'round', callId], queryFn: () => api.scoringRoundsOne({ path: { callId } }), retry: false });
export const conflictsToldQuery = (callId: string, stageKey: string) => queryOptions({ queryKey: ['scoring', 'corrections', callId, stageKey], queryFn: () => api.correctionsList({ path: { callId, stageKey } }), retry: false });

/** Who judged, where it is published with the notice. */
export const noticeExpertsQuery = (callId: string) => queryOptions({ queryKey: ['public', 'notice-experts', callId], queryFn: () => api.publicPanelsOf({ path: { callId } }) });
