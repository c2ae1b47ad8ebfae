import { api, holdsOneOf, queryClient, sessionQuery, storedLanguage } from '../../api/index.js';
import { defineFeature } from '../../ui/index.js';

/** Who reads calls before and after publication. */
const STAFF = ['officer', 'screener', 'finance_maker', 'finance_approver', 'evaluator', 'auditor', 'administrator'] as const;

export default defineFeature({
  public: [
    { path: 'calls', title: ['征集公告', 'Calls for proposals'], page: () => import('./pages/open-calls-page.js') },
    { path: 'calls/$id', title: ['征集公告', 'Call for proposals'], page: () => import('./pages/public-call-page.js') },
    { path: 'calls/$id/questions', title: ['申报书全部问题', 'All questions of the form'], page: () => import('./pages/public-questions-page.js') },
  ],
  desk: [
    { path: 'calls', title: ['征集批次', 'Rounds'], roles: STAFF, page: () => import('./pages/rounds-list-page.js') },
    { path: 'calls/new', title: ['新建征集', 'Start a call'], roles: ['officer'], page: () => import('./pages/start-call-page.js') },
    { path: 'calls/$id', title: ['征集批次', 'Round'], roles: STAFF, page: () => import('./pages/call-desk-page.js') },
    { path: 'calls/$id/rules', title: ['编写规则', 'Rules'], roles: STAFF, page: () => import('./pages/rules-editor-page.js') },
  ],
  nav: [{ to: '/desk/calls', label: ['征集批次', 'Rounds'], icon: 'flag', roles: ['officer', 'screener', 'auditor', 'evaluator'], order: 10 }],
  home: [{ order: 20, roles: ['officer'], section: () => import('./sections/rounds-ahead.js') }],
  programmes: async () => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (!session || !holdsOneOf(session.account, STAFF)) return [];
    return (await api.programmesList({ query: { limit: 200 } })).items.map(({ id, title }) => ({ id, name: title[storedLanguage()] }));
  },
  front: [{ order: 10, section: () => import('./sections/open-calls.js') }],
});
