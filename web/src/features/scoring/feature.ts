import { defineFeature, type RolePage } from '../../ui/feature.js';

const JUDGES: RolePage['roles'] = ['expert', 'roadshow_judge'];

export default defineFeature({
  judge: [
    { path: 'sheets/$seatId/$applicationId', title: ['评分', 'Score'], roles: JUDGES, page: () => import('./pages/sheet-page.js') },
    { path: 'sheets/$seatId/$applicationId/print', title: ['评分表', 'Score sheet'], roles: JUDGES, page: () => import('./pages/print-page.js') },
    { path: 'grids/$seatId', title: ['表格评分', 'Score in a table'], roles: JUDGES, page: () => import('./pages/grid-page.js') },
    { path: 'hall', title: ['路演评分', 'Roadshow'], roles: JUDGES, page: () => import('./pages/hall-page.js') },
  ],
  judgeHome: [{ order: 10, roles: JUDGES, section: () => import('./sections/judge-queue.js') }],
});
