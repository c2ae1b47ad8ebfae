import { queryOptions } from '@tanstack/react-query';
import { api, type MilestonesListData } from '../../api/index.js';

export const MILESTONES = ['milestones'] as const;
export const EVALUATIONS = ['evaluations'] as const;
/** A decision changes what the project, its evaluations and its payments may do next. */
export const AFTER_WRITE = [MILESTONES, EVALUATIONS, ['projects'], ['funds'], ['payments'], ['inbox']] as const;

export const milestoneQuery = (id: string) => queryOptions({ queryKey: [...MILESTONES, 'one', id], queryFn: () => api.milestonesOne({ path: { id } }) });
export const planQuery = (projectId: string) => queryOptions({ queryKey: [...MILESTONES, 'project', projectId], queryFn: () => api.milestonesOfProject({ path: { projectId } }) });
export const owedQuery = (query: MilestonesListData['query']) => queryOptions({ queryKey: [...MILESTONES, 'list', query], queryFn: () => api.milestonesList({ query }) });

export const evaluationsQuery = (projectId: string) => queryOptions({ queryKey: [...EVALUATIONS, 'project', projectId], queryFn: () => api.evaluationsOfProject({ path: { projectId } }) });
export const dueEvaluationsQuery = (projectId: string) => queryOptions({ queryKey: [...EVALUATIONS, 'due', projectId], queryFn: () => api.evaluationsDue({ path: { projectId } }) });
export const waitingQuery = queryOptions({ queryKey: [...EVALUATIONS, 'waiting'], queryFn: () => api.evaluationsWaiting() });

export const rectificationsQuery = (projectId: string) => queryOptions({ queryKey: [...MILESTONES, 'rectifications', projectId], queryFn: () => api.rectificationsOfProject({ path: { projectId } }) });
export const openRectificationsQuery = queryOptions({ queryKey: [...MILESTONES, 'rectifications'], queryFn: () => api.rectificationsOpen() });
export const waitingReopeningsQuery = queryOptions({ queryKey: [...MILESTONES, 'reopenings'], queryFn: () => api.reportReopeningsWaiting() });

export const projectQuery = (id: string) => queryOptions({ queryKey: ['projects', 'one', id], queryFn: () => api.projectsOne({ path: { id } }) });
/** The rules of a round are public once it is published. */
export const rulesQuery = (callId: string) => queryOptions({ queryKey: ['calls', 'public', callId], queryFn: () => api.publicCallsOne({ path: { id: callId } }), staleTime: 10 * 60_000 });
