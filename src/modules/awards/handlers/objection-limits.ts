import type { Limit } from '#modules/identity';

/** In a quarter of an hour: tight for one address on the net; wide for a call, so that a flood cannot bury the officers. */
export const objectionLimits = (callId: string, address: string): Limit[] => [
  { key: `objections from ${address} to ${callId}`, most: 5 },
  { key: `objections from ${address}`, most: 20 },
  { key: `objections to ${callId}`, most: 100 },
];
