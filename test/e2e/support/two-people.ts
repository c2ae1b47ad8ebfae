import type { BrowserContext } from '@playwright/test';
import { becomeAnotherOfficer } from './another-officer.js';
import { Api } from './api.js';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
let second: { name: string; cookies: Cookies } | null = null;

/** A second officer of the demo's place, made once for all journeys that take two people. Answers her name. */
export async function secondOfficer(context: BrowserContext, administrator: () => Promise<BrowserContext>): Promise<string> {
  if (second) await context.addCookies(second.cookies);
  else second = { name: await becomeAnotherOfficer(context, await administrator(), 'js.yz.'), cookies: await context.cookies() };
  return second.name;
}

export interface WrittenStage {
  readonly callId: string;
  readonly number: string;
  readonly stageKey: string;
  readonly blocKey: string;
  /** A later stage of the same round, whose panel is not complete. */
  readonly next: { readonly key: string; readonly title: { readonly zh: string } };
}

interface Round {
  readonly callId: string;
  readonly number: string;
  readonly stages: readonly { key: string; status: string; live: boolean; title: { zh: string }; blocs: { key: string }[] }[];
}

/** The round of the demo whose written stage is being judged. */
export async function writtenStage(officer: BrowserContext): Promise<WrittenStage> {
  const rounds = await new Api(officer).get<readonly Round[]>('/scoring-rounds');
  const found = rounds.flatMap(({ callId, number, stages }) => {
    const at = stages.findIndex(({ status, live }) => status === 'open' && !live);
    const [stage, next] = [stages[at], stages[at + 1]];
    return stage && next ? [{ callId, number, stageKey: stage.key, blocKey: stage.blocs[0]!.key, next }] : [];
  });
  if (!found[0]) throw new Error('No written stage of the demo is being judged.');
  return found[0];
}
