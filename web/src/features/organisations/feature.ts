import { defineFeature } from '../../ui/index.js';

export default defineFeature({
  desk: [
    { path: 'my-organisations', title: ['我的机构', 'My organisations'], page: () => import('./pages/my-organisations-page.js') },
    { path: 'my-organisations/new', title: ['登记机构', 'Enter an organisation'], page: () => import('./pages/new-organisation-page.js') },
    { path: 'my-organisations/$id', title: ['我的机构', 'My organisation'], page: () => import('./pages/my-organisation-page.js') },
  ],
  nav: [{ to: '/desk/my-organisations', label: ['我的机构', 'My organisations'], icon: 'people', roles: ['applicant'], order: 30 }],
});
