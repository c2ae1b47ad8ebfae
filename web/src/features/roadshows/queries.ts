import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/index.js';

/** The console and the stage screen are asked again every two seconds: whoever sits in the hall sees the same moment. */
const LIVE_EVERY_MS = 2000;

export const sessionsQuery = queryOptions({ queryKey: ['roadshows', 'sessions'], queryFn: () => api.roadshowsList(), refetchInterval: 30_000 });

/** Rounds whose stage of the roadshow has begun and that may still need a plan. */
export const liveRoundsQuery = queryOptions({ queryKey: ['scoring', 'rounds'], queryFn: () => api.scoringRoundsList() });

export const consoleQuery = (id: string) =>
  queryOptions({ queryKey: ['roadshows', 'console', id], queryFn: () => api.roadshowsConsole({ path: { id } }), refetchInterval: LIVE_EVERY_MS, retry: false, staleTime: 0 });

export const stageQuery = (id: string) =>
  queryOptions({ queryKey: ['roadshows', 'stage', id], queryFn: () => api.turnsStage({ path: { id } }), refetchInterval: LIVE_EVERY_MS, refetchIntervalInBackground: true, retry: false, staleTime: 0 });
