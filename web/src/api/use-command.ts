import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { Attempts } from './attempts.js';

export interface CommandOptions<Input, Result> {
  /** Sends the command; pass `key` on as `idempotencyKey`. */
  readonly run: (input: Input, key: string) => Promise<Result>;
  /** The reads that the command makes out of date. */
  readonly refresh?: readonly QueryKey[];
  readonly onDone?: (result: Result) => void;
}

/**
 * A write. While its answer is lost the key stays the same, so pressing the button again cannot do the thing twice; after success or a
 * refusal the next press is a new command. What was changed since goes out under a key of its own (`boundKey`): the first may have been
 * done all the same, so the page reads anew and shows it.
 */
export function useCommand<Input = void, Result = unknown>(options: CommandOptions<Input, Result>) {
  const queries = useQueryClient();
  const [attempts] = useState(() => new Attempts());
  const readAnew = () => Promise.all((options.refresh ?? []).map((queryKey) => queries.invalidateQueries({ queryKey })));
  return useMutation<Result, Error, Input>({
    mutationFn: (input) => options.run(input, attempts.key),
    onError: (error) => {
      if (attempts.ended(error)) void readAnew();
    },
    onSuccess: async (result) => {
      attempts.ended();
      await readAnew();
      options.onDone?.(result);
    },
  });
}
