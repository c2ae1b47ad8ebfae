import { setTimeout as sleep } from 'node:timers/promises';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const stageOf = ({ rulebook }, kind) => rulebook.stages.find((stage) => stage.kind === kind);

/** Everybody's clock stands at the instant, in every process. */
export async function setClock({ cast }, instant) {
  await cast.admin.post('/sandbox/clock', { now: new Date(instant).toISOString() });
  await sleep(450);
}

export const day = (instant) => instant.slice(0, 10);

export const personOf = (round, { organisationId }) => round.applications.find(({ organisation }) => organisation.id === organisationId).person;

/** Waits for what the worker does after a commit. */
export async function eventually(look) {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(100);
  }
  throw new Error('What was to follow did not happen within a minute.');
}
