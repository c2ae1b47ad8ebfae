import { admit, submitted, type OpenCall } from './a-call.js';
import { aCreditCode, found } from './an-organisation.js';
import type { Person, TestApp } from './app.js';

export interface Entrant {
  /** Of the application. */
  id: string;
  founder: Person;
  organisationId: string;
}

/** Four organisations that applied and were admitted, in a call that has closed an hour ago: what a stage of scoring begins with. */
export async function aField(app: TestApp, call: OpenCall): Promise<Entrant[]> {
  const entrants: Entrant[] = [];
  for (const name of ['木兰课堂', '彩虹之家', '邻里妈妈', '好家风']) {
    const founder = await app.person();
    const organisationId = await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode() });
    const { id } = await submitted(founder, call, organisationId, { name });
    entrants.push({ id, founder, organisationId });
  }
  for (const { id } of entrants) await admit(call.officer, call, id);
  app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
  await app.repeat('calls.open-and-close');
  return entrants;
}
