import { QueryClient } from '@tanstack/react-query';
import { Unreachable } from './problem.js';

/** Reads are repeated when no answer came, never when the server has refused. Writes are repeated by people only. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => error instanceof Unreachable && failures < 2,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
