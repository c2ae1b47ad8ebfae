import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/index.js';

/** Everything that this room has read; a write makes all of it out of date. */
export const FUNDS = ['funds'] as const;
/** The lists of the room, which the kit's table keeps under their own names, and the inbox. */
export const AFTER_WRITE = [FUNDS, ['payments'], ['inbox']] as const;

export const trancheQuery = (id: string) => queryOptions({ queryKey: [...FUNDS, 'tranche', id], queryFn: () => api.tranchesOne({ path: { id } }) });

export const waitingQuery = queryOptions({ queryKey: [...FUNDS, 'waiting'], queryFn: () => api.tranchesList({ query: { limit: 200 } }) });
export const depositsQuery = queryOptions({ queryKey: [...FUNDS, 'deposits'], queryFn: () => api.depositsWaiting() });
export const accountsQuery = queryOptions({ queryKey: [...FUNDS, 'accounts'], queryFn: () => api.bankAccountsList({ query: { status: 'proposed' } }) });

/** Finally evaluated and not settled yet. */
export const toSettleQuery = queryOptions({ queryKey: ['projects', 'to settle'], queryFn: () => api.projectsList({ query: { status: 'evaluating', limit: 50 } }) });

export const roundsQuery = queryOptions({ queryKey: [...FUNDS, 'rounds'], queryFn: () => api.booksAll() });
export const roundQuery = (callId: string) => queryOptions({ queryKey: [...FUNDS, 'round', callId], queryFn: () => api.booksRound({ path: { callId } }) });
export const trialBalanceQuery = (callId: string) => queryOptions({ queryKey: [...FUNDS, 'trial', callId], queryFn: () => api.booksTrialBalance({ path: { callId } }) });
export const projectMoneyQuery = (projectId: string) => queryOptions({ queryKey: [...FUNDS, 'project', projectId], queryFn: () => api.projectMoneyMoney({ path: { projectId } }) });
