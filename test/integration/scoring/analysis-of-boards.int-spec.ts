import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type TestApp } from '../../support/app.js';
import { inBoards } from '../../support/calls/in-boards.js';

jest.setTimeout(180_000);

interface Judged {
  alias: string;
  sheets: number;
  compared: number;
  severity: number | null;
}

describe('the analysis of a contest of boards', () => {
  let app: TestApp;
  let call: OpenCall;
  const names: Record<string, string> = {};

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'yangzhou-2021', (book) => ({ ...inBoards(book), scoring: book.scoring }));
    // Five of one board and four of the other: enough to be compared there, and too few here.
    const fields = [...Array.from({ length: 5 }, () => 'child-safety'), ...Array.from({ length: 4 }, () => 'volunteers')];
    for (const [at, categoryKey] of fields.entries()) {
      const [founder, name] = [await app.person(), `${categoryKey}${at}`];
      const organisationId = await found(app, founder, { creditCode: aCreditCode(), name: `${name}中心`, kind: 'social_association' });
      const { id } = await submitted(founder, call, organisationId, { name, categoryKey });
      names[id] = name;
      await admit(call.officer, call, id);
    }
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    const panel = await aPanel(app, call, 'written', 5);
    await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
    const bloc = blocOf(call, 'written');
    for (const [number, id] of Object.keys(names).entries()) {
      for (const [at, seat] of panel.entries()) {
        // The first judge is harsh in the one board and mild in the other.
        const lean = at === 0 ? (names[id]!.startsWith('child') ? -20 : 20) : 0;
        const { status, body } = await scoreAt(seat, id, bloc, 60 + number * 2 + lean);
        if (status !== 200) throw new Error(JSON.stringify(body));
      }
    }
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`)).status).toBe(200);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  it('compares judges within each board and never across', async () => {
    const { body } = await call.officer.client.get(`/api/calls/${call.id}/scoring/written/analysis`);
    expect(body.blocs.map(({ board, applications }: { board: { key: string }; applications: { projectName: string }[] }) => [board.key, applications.length])).toEqual([['children', 5], ['women', 4]]);
    const [children, women] = body.blocs.map(({ judges }: { judges: Judged[] }) => judges.find(({ alias }) => alias === '评委1')!) as [Judged, Judged];
    expect(children).toMatchObject({ sheets: 5, compared: 5 });
    expect(children.severity).toBeLessThan(-15);
    expect(women).toMatchObject({ sheets: 4, compared: 4, severity: null });
    const placed = (at: number) => body.blocs[at].applications.map(({ rank, projectName }: { rank: number; projectName: string }) => `${rank} ${projectName}`);
    expect(placed(0).at(0)).toBe('1 child-safety4');
    expect(placed(1).at(0)).toBe('1 volunteers8');
    expect(body.blocs.map(({ line }: { line: number }) => line).every((line: number) => line <= 5)).toBe(true);
  });

  it('names the board beside every rank that is looked at again, and keeps the judge’s duty by the board that tells most', async () => {
    const { body } = await call.officer.client.get(`/api/calls/${call.id}/scoring/written/analysis`);
    expect(body.recheck.rows.map(({ board, rank }: { board: { zh: string }; rank: number }) => `${board.zh} ${rank}`)).toEqual([
      ...[1, 2, 3, 4, 5].map((rank) => `儿童板块 ${rank}`), ...[1, 2, 3, 4].map((rank) => `妇女板块 ${rank}`),
    ]);
    const { body: duty } = await call.officer.client.get(`/api/calls/${call.id}/scoring/written/performance`);
    expect(duty.judges.find(({ alias }: { alias: string }) => alias === '评委1').severity).toBeLessThan(-15);
  });
});
