import { api, storedLanguage } from '../../api/index.js';
import { defineFeature } from '../../ui/index.js';

const READERS = ['applicant', 'officer', 'screener', 'finance_maker', 'finance_approver', 'evaluator', 'mentor', 'auditor', 'administrator'] as const;

export default defineFeature({
  desk: [
    { path: 'projects', title: ['项目', 'Projects'], roles: READERS, page: () => import('./pages/projects-page.js') },
    { path: 'projects/$id', title: ['项目', 'Project'], roles: READERS, page: () => import('./pages/project-page.js') },
  ],
  nav: [
    { to: '/desk/projects', label: ['我的项目', 'My projects'], icon: 'flag', roles: ['applicant'], order: 30 },
    { to: '/desk/projects', label: ['项目', 'Projects'], icon: 'flag', roles: ['officer', 'evaluator', 'mentor', 'auditor', 'finance_maker', 'finance_approver'], order: 50 },
  ],
  home: [{ order: 40, roles: ['applicant'], section: () => import('./sections/my-projects.js') }],
  search: async (query) => {
    const { items } = await api.projectsList({ query: { words: query, limit: 10 } });
    return items.map(({ id, name, number, organisationName }) => ({ to: `/desk/projects/${id}`, title: storedLanguage() === 'en' ? `${name} (${organisationName})` : `${name}（${organisationName}）`, reference: number, kind: storedLanguage() === 'en' ? 'project' : '项目' }));
  },
});
