import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/index.js';

export const CONTRACTS = ['contracts'] as const;
/** A contract changes what the project's own page says. */
export const AFTER_WRITE = [CONTRACTS, ['projects'], ['milestones'], ['inbox']] as const;

export const contractsQuery = (projectId: string) => queryOptions({ queryKey: [...CONTRACTS, 'project', projectId], queryFn: () => api.contractsOfProject({ path: { projectId } }) });
export const projectQuery = (id: string) => queryOptions({ queryKey: ['projects', 'one', id], queryFn: () => api.projectsOne({ path: { id } }) });
export const tasksQuery = queryOptions({ queryKey: [...CONTRACTS, 'tasks'], queryFn: () => api.contractsWaiting() });
