import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/index.js';

export const sessionsQuery = queryOptions({ queryKey: ['roadshows', 'sessions'], queryFn: () => api.roadshowsList(), refetchInterval: 30_000 });

/** Where each screen hears that its view has changed. */
export const consoleNews = (id: string) => `/api/roadshow-sessions/${encodeURIComponent(id)}/news`;
export const stageNews = (id: string) => `/api/public/roadshows/${encodeURIComponent(id)}/news`;

/** Rounds whose stage of the roadshow has begun and that may still need a plan. */
export const liveRoundsQuery = queryOptions({ queryKey: ['scoring', 'rounds'], queryFn: () => api.scoringRoundsList() });

export const consoleQuery = (id: string) =>
  queryOptions({ queryKey: ['roadshows', 'console', id], queryFn: () => api.roadshowsConsole({ path: { id } }), retry: false, staleTime: 0 });

export const stageQuery = (id: string) =>
  queryOptions({ queryKey: ['roadshows', 'stage', id], queryFn: () => api.turnsStage({ path: { id } }), refetchIntervalInBackground: true, retry: false, staleTime: 0 });
