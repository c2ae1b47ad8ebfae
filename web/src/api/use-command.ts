import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { newIdempotencyKey } from './client.js';
import { Unreachable } from './problem.js';

export interface CommandOptions<Input, Result> {
  /** Sends the command; pass `key` on as `idempotencyKey`. */
  readonly run: (input: Input, key: string) => Promise<Result>;
  /** The reads that the command makes out of date. */
  readonly refresh?: readonly QueryKey[];
  readonly onDone?: (result: Result) => void;
}

/**
 * A write. While its answer is lost the key stays the same, so pressing the button again cannot do the thing twice;
 * after success or a refusal the next press is a new command.
 */
export function useCommand<Input = void, Result = unknown>(options: CommandOptions<Input, Result>) {
  const queries = useQueryClient();
  const key = useRef(newIdempotencyKey());
  return useMutation<Result, Error, Input>({
    mutationFn: (input) => options.run(input, key.current),
    onError: (error) => {
      if (!(error instanceof Unreachable)) key.current = newIdempotencyKey();
    },
    onSuccess: async (result) => {
      key.current = newIdempotencyKey();
      await Promise.all((options.refresh ?? []).map((queryKey) => queries.invalidateQueries({ queryKey })));
      options.onDone?.(result);
    },
  });
}
