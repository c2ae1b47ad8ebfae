import { SYSTEM } from '#libs/access';
import { newId, Transaction } from '#libs/database';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade, type Rulebook } from '#modules/calls';
import { scoringInvariants } from '#modules/scoring';
import { INVARIANTS } from '../../src/invariants.js';
import { admit, anOpenCall, submitted, type OpenCall, type Proposal } from './a-call.js';
import { aCreditCode, found } from './an-organisation.js';
import type { Answer, Person, TestApp } from './app.js';

export interface Contestant {
  name: string;
  founder: Person;
  organisationId: string;
  applicationId: string;
}

export interface RankedRound {
  call: OpenCall;
  /** In the order of their ranks. */
  contestants: Contestant[];
  officerPosts(path: string, body?: unknown): Promise<Answer>;
  /** Moves the clock one second past the end of the day in Beijing. */
  passTheDay(day: string): void;
  awards(): Promise<{ id: string; applicationId: string; status: string; amountFen: number; note: string | null }[]>;
  callStatus(): Promise<string>;
}

export interface WantedRound {
  /** One applicant for each, ranked in this order. */
  proposals: Proposal[];
  /** The first one's score; each after it has five points less. */
  from?: number;
  /** Their scores, when they are not five points apart; equals share a rank. */
  scores?: readonly number[];
  rulebook?: (rulebook: Rulebook) => Rulebook;
}

let rounds = 0;

/** A round of Yangzhou 2021 with its applicants ranked. The ranking is entered as scoring hands it over, without sheets behind it. */
export async function aRankedRound(app: TestApp, { proposals, from = 90, scores = proposals.map((_, at) => from - at * 5), rulebook }: WantedRound): Promise<RankedRound> {
  rounds += 1;
  const call = await anOpenCall(app, 'yangzhou-2021', rulebook);
  const contestants: Contestant[] = [];
  for (const [at, proposal] of proposals.entries()) {
    const founder = await app.person();
    const name = `${'甲乙丙丁戊己'[at]}${rounds}服务中心`;
    const organisationId = await found(app, founder, { creditCode: aCreditCode(), name, kind: 'social_association' });
    const { id: applicationId } = await submitted(founder, call, organisationId, { name: `${name}的项目`, ...proposal });
    contestants.push({ name, founder, organisationId, applicationId });
  }
  app.clock.set(new Date(call.closesAt.getTime() + 3_600_000 + rounds * 60_000));
  await app.repeat('calls.open-and-close');
  for (const { applicationId } of contestants) await admit(call.officer, call, applicationId);
  await rank(app, call.id, contestants.map(({ applicationId }, at) => ({ applicationId, rank: 1 + scores.filter((score) => score > scores[at]!).length, score: String(scores[at]) })));
  await app.drain();
  return {
    call, contestants,
    officerPosts: (path, body) => call.officer.client.post(`/api/calls/${call.id}/${path}`, body),
    passTheDay: (day) => app.clock.set(new Date(`${day}T16:00:01Z`)),
    awards: async () => (await call.officer.client.get(`/api/calls/${call.id}/awards`)).body,
    callStatus: async () => (await app.nest.get(CallsFacade, { strict: false }).get(call.id)).status,
  };
}

async function rank(app: TestApp, callId: string, rows: { applicationId: string; rank: number; score: string }[]): Promise<void> {
  const applications = app.nest.get(ApplicationsFacade, { strict: false });
  await app.nest.get(Transaction, { strict: false }).run(async () => {
    await app.nest.get(CallsFacade, { strict: false }).move(callId, 'reviewing', SYSTEM);
    await applications.bringToReview(callId, 'written', SYSTEM);
    await applications.recordRanking(callId, { rankingId: newId(), manifestHash: 'a'.repeat(64), rows }, SYSTEM);
  });
}

/** Every standing invariant but those of scoring, which has nothing to look at in such a round. */
export async function expectInvariantsBesideScoring({ db }: TestApp): Promise<void> {
  for (const { name, sql } of INVARIANTS.filter((each) => !scoringInvariants.some((scoring) => scoring.name === each.name))) {
    expect({ name, rows: (await db.query(sql)).rows }).toEqual({ name, rows: [] });
  }
}
