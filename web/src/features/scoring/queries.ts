import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/index.js';
import { withToken } from './slots/slot-door.js';

/** What a judge reads. */
export const queueQuery = queryOptions({ queryKey: ['judging', 'queue'], queryFn: () => api.judgingQueue(), refetchInterval: 60_000 });

export const judgingQuery = (seatId: string, applicationId: string) =>
  queryOptions({ queryKey: ['judging', 'sheet', seatId, applicationId], queryFn: () => api.judgingSheet({ path: { seatId, applicationId } }) });

export const ballotQuery = (seatId: string) => queryOptions({ queryKey: ['judging', 'ballot', seatId], queryFn: () => api.ballotBallot({ path: { seatId } }), refetchInterval: ({ state }) => (state.data?.live && state.data.status !== 'submitted' ? 10_000 : false) });

export const ownInvitationsQuery = queryOptions({ queryKey: ['judging', 'invitations'], queryFn: () => api.ownInvitationsList() });
export const ownProfileQuery = queryOptions({ queryKey: ['judging', 'profile'], queryFn: () => api.ownExpertOwn() });
export const wishesQuery = (seatId: string) => queryOptions({ queryKey: ['judging', 'wishes', seatId], queryFn: () => api.ownInvitationsWishes({ path: { seatId } }) });

export const gridQuery = (seatId: string) => queryOptions({ queryKey: ['judging', 'grid', seatId], queryFn: () => api.judgingGrid({ path: { seatId } }) });

export const historyQuery = (seatId: string, applicationId: string) =>
  queryOptions({ queryKey: ['judging', 'history', seatId, applicationId], queryFn: () => api.ownSheetsHistory({ path: { seatId, applicationId } }) });

export const receiptQuery = (seatId: string, applicationId: string) =>
  queryOptions({ queryKey: ['judging', 'receipt', seatId, applicationId], queryFn: () => api.ownSheetsReceipt({ path: { seatId, applicationId } }), refetchInterval: ({ state }) => (state.data?.sealed === false ? 20_000 : false) });

export const roomQuery = (seatId: string, applicationId: string) =>
  queryOptions({ queryKey: ['judging', 'room', seatId, applicationId], queryFn: () => api.roomRoom({ path: { seatId, applicationId } }), refetchInterval: 30_000 });

export const calibrationsQuery = queryOptions({ queryKey: ['judging', 'calibrations'], queryFn: () => api.ownCalibrationMine() });

export const calibrationSheetQuery = (seatId: string) =>
  queryOptions({ queryKey: ['judging', 'calibration', seatId], queryFn: () => api.ownCalibrationSheet({ path: { seatId } }), retry: false });

export const EMERGENCIES = ['emergency'] as const;
/** Hidden data that were asked for in an emergency: one's own, and those of the places that one watches. */
export const emergenciesQuery = queryOptions({ queryKey: [...EMERGENCIES, 'list'], queryFn: () => api.emergencyList() });

/** Where a judge's phone hears that the hall has changed. */
export const HALL_NEWS = '/api/roadshow-judging/news';

/** The hall as a judge's phone follows it. */
export const hallQuery = queryOptions({ queryKey: ['judging', 'hall'], queryFn: () => api.turnsHall(), refetchIntervalInBackground: false, retry: false, staleTime: 0 });

/** What whoever holds a link reads. */
export const slotQuery = (token: string) => queryOptions({ queryKey: ['anonymous-review', token], queryFn: () => api.anonymousReviewSheet(withToken(token)), retry: false, gcTime: 0 });
export const slotsQuery = (place: { callId: string; stageKey: string; blocKey: string }) =>
  queryOptions({ queryKey: ['scoring', 'slots', place.callId, place.stageKey, place.blocKey], queryFn: () => api.slotsList({ path: { ...place } }) });

/** What officers read. */
export const expertQuery = (accountId: string) => queryOptions({ queryKey: ['scoring', 'expert', accountId], queryFn: () => api.expertsOne({ path: { accountId } }), retry: false });
export const performanceQuery = (callId: string, stageKey: string) => queryOptions({ queryKey: ['scoring', 'performance', callId, stageKey], queryFn: () => api.performanceList({ path: { callId, stageKey } }), retry: false });
export const correctionsQuery = (callId: string, stageKey: string) => queryOptions({ queryKey: ['scoring', 'corrections', callId, stageKey], queryFn: () => api.correctionsList({ path: { callId, stageKey } }), retry: false });
export const blindFilesQuery = (callId: string, stageKey: string) => queryOptions({ queryKey: ['scoring', 'blind-files', callId, stageKey], queryFn: () => api.blindFilesList({ path: { callId, stageKey } }) });
export const roundsQuery = queryOptions({ queryKey: ['scoring', 'rounds'], queryFn: () => api.scoringRoundsList() });
export const roundQuery = (callId: string) => queryOptions({ queryKey: ['scoring', 'round', callId], queryFn: () => api.scoringRoundsOne({ path: { callId } }) });
export const seatsQuery = (callId: string) => queryOptions({ queryKey: ['scoring', 'seats', callId], queryFn: () => api.seatsSeats({ path: { callId } }) });
export const poolQuery = (callId: string) => queryOptions({ queryKey: ['scoring', 'pool', callId], queryFn: () => api.seatsPool({ path: { callId } }) });

export const assignmentQuery = (place: { callId: string; stageKey: string; blocKey: string }) =>
  queryOptions({ queryKey: ['scoring', 'assignment', place.callId, place.stageKey, place.blocKey], queryFn: () => api.assignmentStanding({ path: { ...place } }) });
export const drawsQuery = (place: { callId: string; stageKey: string; blocKey: string }) =>
  queryOptions({ queryKey: ['scoring', 'draws', place.callId, place.stageKey, place.blocKey], queryFn: () => api.seatsDraws({ path: { ...place } }) });
export const invitationsQuery = (callId: string) => queryOptions({ queryKey: ['scoring', 'invitations', callId], queryFn: () => api.invitationsList({ path: { callId } }) });
export const conflictCheckQuery = (callId: string, stageKey: string) =>
  queryOptions({ queryKey: ['scoring', 'conflict-check', callId, stageKey], queryFn: () => api.conflictsCheck({ path: { callId, stageKey } }) });

export const progressQuery = (callId: string, stageKey: string) =>
  queryOptions({ queryKey: ['scoring', 'progress', callId, stageKey], queryFn: () => api.scoringProgress({ path: { callId, stageKey } }), refetchInterval: 15_000 });

export const paperQuery = (callId: string, stageKey: string) => queryOptions({ queryKey: ['scoring', 'paper', callId, stageKey], queryFn: () => api.paperSeatsList({ path: { callId, stageKey } }) });
/** Printing gives the sheets their codes; printed again they keep them. */
export const bookletQuery = (callId: string, seatId: string) => queryOptions({ queryKey: ['scoring', 'booklet', callId, seatId], queryFn: () => api.paperSeatsPrint({ path: { callId, seatId } }), retry: false, staleTime: Infinity });
export const paperSheetQuery = (callId: string, code: string) => queryOptions({ queryKey: ['scoring', 'paper-sheet', callId, code], queryFn: () => api.paperSheet({ path: { callId, code } }), retry: false });

export const reopeningsQuery = (callId: string, stageKey: string) =>
  queryOptions({ queryKey: ['scoring', 'reopenings', callId, stageKey], queryFn: () => api.sheetsList({ path: { callId, stageKey } }), refetchInterval: 30_000 });

export const tiesQuery = (callId: string) => queryOptions({ queryKey: ['scoring', 'ties', callId], queryFn: () => api.tiesTies({ path: { callId } }) });

export const outsideQuery = (callId: string) => queryOptions({ queryKey: ['scoring', 'outside', callId], queryFn: () => api.panelOutsideScores({ path: { callId } }) });

export const rankingQuery = (callId: string, stageKey: string | null) =>
  queryOptions({
    queryKey: ['scoring', 'ranking', callId, stageKey],
    queryFn: () => (stageKey === null ? api.rankingRanking({ path: { callId } }) : api.rankingOfStage({ path: { callId, stageKey } })),
  });

export const publicRankingQuery = (callId: string) => queryOptions({ queryKey: ['public', 'ranking', callId], queryFn: () => api.publicRankingOne({ path: { callId } }) });

export const analysisQuery = (callId: string, stageKey: string) => queryOptions({ queryKey: ['scoring', 'analysis', callId, stageKey], queryFn: () => api.analysisAnalysis({ path: { callId, stageKey } }) });
export const calibrationQuery = (callId: string, stageKey: string) => queryOptions({ queryKey: ['scoring', 'calibration', callId, stageKey], queryFn: () => api.calibrationStage({ path: { callId, stageKey } }) });
export const calibrationChoicesQuery = (callId: string) => queryOptions({ queryKey: ['scoring', 'calibration-choices', callId], queryFn: () => api.calibrationChoices({ path: { callId } }) });
export const readingsQuery = (callId: string) => queryOptions({ queryKey: ['scoring', 'readings', callId], queryFn: () => api.readingsList({ path: { callId } }) });
export const feedbackDraftQuery = (id: string) => queryOptions({ queryKey: ['scoring', 'feedback', id], queryFn: () => api.feedbackDraft({ path: { id } }), retry: false });
export const feedbackQuery = (id: string) => queryOptions({ queryKey: ['feedback', id], queryFn: () => api.feedbackOwn({ path: { id } }), retry: false });
