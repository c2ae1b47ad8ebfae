import { api, storedLanguage } from '../../api/index.js';
import { defineFeature } from '../../ui/index.js';

const STAFF = ['officer', 'screener', 'finance_maker', 'finance_approver', 'auditor', 'administrator'] as const;

export default defineFeature({
  desk: [
    { path: 'organisations', title: ['社会组织', 'Organisations'], roles: STAFF, page: () => import('./pages/organisations-page.js') },
    { path: 'organisations/$id', title: ['社会组织', 'Organisation'], roles: STAFF, page: () => import('./pages/organisation-page.js') },
    { path: 'my-organisations', title: ['我的机构', 'My organisations'], page: () => import('./pages/my-organisations-page.js') },
    { path: 'my-organisations/new', title: ['登记机构', 'Enter an organisation'], page: () => import('./pages/new-organisation-page.js') },
    { path: 'my-organisations/$id', title: ['我的机构', 'My organisation'], page: () => import('./pages/my-organisation-page.js') },
  ],
  nav: [{ to: '/desk/my-organisations', label: ['我的机构', 'My organisations'], icon: 'people', roles: ['applicant'], order: 30 }, { to: '/desk/organisations', label: ['社会组织', 'Organisations'], icon: 'people', roles: STAFF, order: 40 }],
  search: async (query) => {
    const { items } = await api.organisationStaffList({ query: { words: query.slice(0, 60), limit: 20 } });
    return items.map(({ id, name, creditCode }) => ({ to: `/desk/organisations/${id}`, title: name, kind: storedLanguage() === 'en' ? 'organisation' : '社会组织', ...(creditCode ? { reference: creditCode } : {}) }));
  },
});
