import { defineFeature, type RolePage } from '../../ui/feature.js';

const JUDGES: RolePage['roles'] = ['expert', 'roadshow_judge'];
const WATCHERS: RolePage['roles'] = ['officer', 'auditor'];

export default defineFeature({
  judge: [
    { path: 'sheets/$seatId/$applicationId', title: ['评分', 'Score'], roles: JUDGES, page: () => import('./pages/sheet-page.js') },
    { path: 'sheets/$seatId/$applicationId/print', title: ['评分表', 'Score sheet'], roles: JUDGES, page: () => import('./pages/print-page.js') },
    { path: 'ballots/$seatId', title: ['我的选票', 'My ballot'], roles: JUDGES, page: () => import('./pages/ballot-page.js') },
    { path: 'grids/$seatId', title: ['表格评分', 'Score in a table'], roles: JUDGES, page: () => import('./pages/grid-page.js') },
    { path: 'calibration/$seatId', title: ['校准样例', 'Calibration'], roles: JUDGES, page: () => import('./pages/calibration-page.js') },
    { path: 'profile', title: ['我的专家资料', 'My profile'], roles: JUDGES, page: () => import('./pages/profile-page.js') },
    { path: 'wishes/$seatId', title: ['评审意愿', 'Wishes'], roles: JUDGES, page: () => import('./pages/wishes-page.js') },
    { path: 'hall', title: ['路演评分', 'Roadshow'], roles: JUDGES, page: () => import('./pages/hall-page.js') },
  ],
  judgeHome: [{ order: 5, roles: JUDGES, section: () => import('./sections/judge-invitations.js') }, { order: 10, roles: JUDGES, section: () => import('./sections/judge-queue.js') }],
  desk: [
    { path: 'scoring', title: ['评审', 'Judging'], roles: WATCHERS, page: () => import('./pages/rounds-page.js') },
    { path: 'emergency', title: ['紧急查阅', 'Emergency access'], roles: ['officer', 'auditor', 'administrator'], page: () => import('./pages/emergency-page.js') },
    { path: 'experts/$accountId', title: ['评审专家', 'Expert'], roles: ['officer'], page: () => import('./pages/expert-page.js') },
    { path: 'scoring/$callId', title: ['评审', 'Judging'], roles: WATCHERS, page: () => import('./pages/round-page.js') },
    { path: 'scoring/$callId/ranking', title: ['排名', 'Ranking'], roles: WATCHERS, page: () => import('./pages/ranking-page.js') },
    { path: 'scoring/$callId/$stageKey', title: ['评审环节', 'Stage of judging'], roles: WATCHERS, page: () => import('./pages/stage-page.js') },
    { path: 'scoring/$callId/$stageKey/analysis', title: ['评分分析', 'Analysis'], roles: WATCHERS, page: () => import('./pages/analysis-page.js') },
    { path: 'scoring/$callId/$stageKey/paper/$seatId', title: ['打印评分表', 'Print score sheets'], roles: ['officer'], page: () => import('./pages/paper-print-page.js') },
    { path: 'scoring/$callId/paper-sheets/$code', title: ['录入评分表', 'Enter a sheet'], roles: ['officer'], page: () => import('./pages/paper-entry-page.js') },
    { path: 'scoring/$callId/$stageKey/ranking', title: ['环节排名', 'Ranking of the stage'], roles: WATCHERS, page: () => import('./pages/ranking-page.js') },
  ],
  public: [{ path: 'anonymous-review', title: ['匿名评审', 'Anonymous review'], page: () => import('./pages/anonymous-page.js') }, { path: 'rankings/$callId', title: ['评审排名', 'Ranking'], page: () => import('./pages/public-ranking-page.js') }],
  nav: [
    { to: '/desk/scoring', label: ['评审', 'Judging'], icon: 'form', roles: ['officer', 'auditor'], order: 40 },
    { to: '/desk/emergency', label: ['紧急查阅', 'Emergency access'], icon: 'lock', roles: ['administrator'], order: 48 },
  ],
  recordTabs: [
    { of: 'call', key: 'scoring', label: ['评审', 'Judging'], order: 30, roles: WATCHERS, content: () => import('./tabs/call-scoring.js') },
    { of: 'application', key: 'feedback', label: ['评审反馈', 'Feedback'], order: 60, roles: ['applicant'], content: () => import('./tabs/own-feedback.js') },
    { of: 'application', key: 'feedback-draft', label: ['评审反馈', 'Feedback'], order: 61, roles: WATCHERS, content: () => import('./tabs/feedback-draft.js') },
  ],
  home: [{ order: 40, roles: ['officer'], section: () => import('./sections/scoring-waits.js') }, { order: 12, roles: ['auditor', 'administrator'], section: () => import('./sections/emergency-waits.js') }],
});
