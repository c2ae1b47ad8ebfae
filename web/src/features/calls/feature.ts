import { defineFeature } from '../../ui/index.js';

export default defineFeature({
  public: [
    { path: 'calls', title: ['征集公告', 'Calls for proposals'], page: () => import('./pages/open-calls-page.js') },
    { path: 'calls/$id', title: ['征集公告', 'Call for proposals'], page: () => import('./pages/public-call-page.js') },
    { path: 'calls/$id/questions', title: ['申报书全部问题', 'All questions of the form'], page: () => import('./pages/public-questions-page.js') },
  ],
  front: [{ order: 10, section: () => import('./sections/open-calls.js') }],
});
