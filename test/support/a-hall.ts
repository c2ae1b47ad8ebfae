import type { Rulebook } from '#modules/calls';
import { admit, anOpenCall, submitted, type OpenCall } from './a-call.js';
import { aPanel } from './a-panel.js';
import { aCreditCode, found } from './an-organisation.js';
import type { Person, TestApp } from './app.js';

export interface Hall {
  readonly call: OpenCall;
  readonly judges: { judge: Person; seatId: string }[];
  readonly sessionId: string;
}

/** Anybody may apply: what the rules rested on goes with them. */
const withoutRules = (rulebook: Rulebook): Rulebook => ({
  ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [] }, eligibility: [],
  basis: { ...Object.fromEntries(Object.entries(rulebook.basis).filter(([pointer]) => !pointer.startsWith('/eligibility'))), '/eligibility': { kind: 'assumption', why: { zh: '演练不设资格条件', en: 'A rehearsal asks nothing of applicants' } } },
});

/** A hall that is planned and has not begun: two projects, its judges seated, the scoring of its stage open. */
export async function aHall(app: TestApp, changes: (rulebook: Rulebook) => Rulebook = (rulebook) => rulebook): Promise<Hall> {
  const call = await anOpenCall(app, 'wenjiang-2025-supplementary', (rulebook) => changes(withoutRules(rulebook)));
  for (const name of ['木兰课堂', '彩虹之家']) {
    const founder = await app.person();
    const { id } = await submitted(founder, call, await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode() }), { name, requestedFen: 3_000_000, matchingFen: 0 });
    await admit(call.officer, call, id);
  }
  app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
  await app.repeat('calls.open-and-close');
  const [stage] = call.rulebook.scoring.stages;
  const judges = await aPanel(app, call, stage!.key, stage!.blocs[0]!.panel.judges, 'roadshow_judge');
  expect(await call.officer.client.post(`/api/calls/${call.id}/scoring/${stage!.key}/beginning`)).toMatchObject({ status: 200 });
  const { body } = await call.officer.client.post(`/api/calls/${call.id}/roadshow`);
  return { call, judges, sessionId: body[0].sessionId };
}
