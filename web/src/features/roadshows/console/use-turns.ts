import { useQueryClient } from '@tanstack/react-query';
import { api, useCommand, type ConsoleView, type TurnBody } from '../../../api/index.js';
import { consoleQuery } from '../queries.js';

export type Move = TurnBody['move'];
export interface TurnMove {
  readonly id: string;
  readonly move: Move;
  readonly reason?: string;
}

/** Everything the host does; after each the console is read again at once. */
export function useHost(sessionId: string, orderings: number) {
  const queries = useQueryClient();
  const refresh = [consoleQuery(sessionId).queryKey];
  const keep = (view: ConsoleView) => queries.setQueryData(consoleQuery(sessionId).queryKey, view);
  const path = { id: sessionId };
  const headers = (key: string) => ({ 'Idempotency-Key': key });
  return {
    move: useCommand<TurnMove, unknown>({ run: ({ id, move, reason }, key) => api.turnsMove({ path: { id }, body: { move, ...(reason ? { reason } : {}) }, headers: headers(key) }), refresh }),
    signIn: useCommand<{ id: string; name: string; substitute: boolean }, unknown>({ run: ({ id, ...body }, key) => api.turnsSignIn({ path: { id }, body, headers: headers(key) }), refresh }),
    order: useCommand<{ seed?: string; order?: string[] }, ConsoleView>({ run: (body, key) => api.roadshowsOrder({ path, body: { ...body, orderings }, headers: headers(key) }), onDone: keep }),
    start: useCommand<void, ConsoleView>({ run: (_, key) => api.hallsStart({ path, headers: headers(key) }), onDone: keep }),
    close: useCommand<string, ConsoleView>({ run: (reason, key) => api.hallsClose({ path, body: reason ? { reason } : {}, headers: headers(key) }), onDone: keep }),
  };
}

export type Host = ReturnType<typeof useHost>;
