import { defineFeature, type RolePage } from '../../ui/feature.js';

const WATCHERS: RolePage['roles'] = ['officer', 'auditor'];

export default defineFeature({
  desk: [
    { path: 'roadshows', title: ['路演', 'Roadshows'], roles: WATCHERS, page: () => import('./pages/sessions-page.js') },
    { path: 'roadshows/$id', title: ['路演主持台', 'Roadshow console'], roles: WATCHERS, page: () => import('./pages/console-page.js') },
  ],
  public: [{ path: 'stage/$id', title: ['路演现场', 'On stage'], page: () => import('./pages/stage-page.js') }],
  nav: [{ to: '/desk/roadshows', label: ['路演', 'Roadshows'], icon: 'stage', roles: ['officer'], order: 45 }],
});
