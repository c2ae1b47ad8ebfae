import type { ScoreBloc } from '#modules/calls';
import type { OpenCall } from './a-call.js';
import type { Person, TestApp } from './app.js';

/** So many judges of the pool, seated on the panel. */
export async function aPanel(app: TestApp, call: OpenCall, stageKey: string, count: number, role: 'expert' | 'roadshow_judge' = 'expert'): Promise<{ judge: Person; seatId: string }[]> {
  const seats: { judge: Person; seatId: string }[] = [];
  for (let at = 0; at < count; at += 1) {
    const judge = await app.person({ roles: [{ role, node: 'js.yz.' }] });
    const { status, body } = await call.officer.client.post(`/api/calls/${call.id}/panels/${stageKey}/experts/seats`, { accountId: judge.id });
    if (status !== 201) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
    seats.push({ judge, seatId: body.id });
  }
  return seats;
}

export const blocOf = (call: OpenCall, stageKey: string): ScoreBloc => call.rulebook.scoring.stages.find(({ key }) => key === stageKey)!.blocs[0]!;

/** The share of the points in percent for every criterion, rounded to the criterion's step, with a reason long enough. */
export function entriesAt(bloc: ScoreBloc, percent: number): Record<string, { points: string; reason: string }> {
  const points = ({ max, step }: ScoreBloc['criteria'][number]) => String(Math.round((max * percent) / 100 / step) * step);
  return Object.fromEntries(bloc.criteria.map((criterion) => [criterion.key, { points: points(criterion), reason: '结合书面材料与现场答辩，该项表现符合评分等级的描述，特此说明理由。' }]));
}

/** Declares that there is no conflict and hands in a sheet. */
export async function scoreAt({ judge, seatId }: { judge: Person; seatId: string }, applicationId: string, bloc: ScoreBloc, percent: number): Promise<{ status: number; body: { commitment: string } & Record<string, unknown> }> {
  const place = `/api/judging/${seatId}/${applicationId}`;
  await judge.client.post(`${place}/conflict`, { verdict: 'none' });
  return judge.client.post(`${place}/submission`, { entries: entriesAt(bloc, percent), comment: '', version: 0 });
}
