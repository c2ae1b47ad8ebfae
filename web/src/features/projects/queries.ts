import { queryOptions } from '@tanstack/react-query';
import { api, type ProjectsListData } from '../../api/index.js';

/** Everything that this room has read; a write makes all of it out of date. */
export const PROJECTS = ['projects'] as const;

/** A stop shuts the gates of payments and holds reports back. */
export const AFTER_STOP = [PROJECTS, ['milestones'], ['funds'], ['payments'], ['inbox']] as const;

export const projectQuery = (id: string) => queryOptions({ queryKey: [...PROJECTS, 'one', id], queryFn: () => api.projectsOne({ path: { id } }) });

export const projectsQuery = (query: ProjectsListData['query']) => queryOptions({ queryKey: [...PROJECTS, 'list', query], queryFn: () => api.projectsList({ query }) });

/** What the project owes and has handed in; the room of milestones reads it under the same key. */
export const plannedQuery = (id: string) => queryOptions({ queryKey: ['milestones', 'project', id], queryFn: () => api.milestonesOfProject({ path: { projectId: id } }) });

/** What is to be mended; the room of milestones reads it under the same key. */
export const mendingQuery = (id: string) => queryOptions({ queryKey: ['milestones', 'rectifications', id], queryFn: () => api.rectificationsOfProject({ path: { projectId: id } }) });

export const contractsQuery = (id: string) => queryOptions({ queryKey: ['contracts', 'project', id], queryFn: () => api.contractsOfProject({ path: { projectId: id } }) });

/** What is due next in all projects of the reader. */
export const owedQuery = queryOptions({ queryKey: ['milestones', 'owed'], queryFn: () => api.milestonesList({ query: { limit: 200 } }) });

export const moneyQuery = (id: string) => queryOptions({ queryKey: ['funds', 'project', id], queryFn: () => api.projectMoneyMoney({ path: { projectId: id } }) });

