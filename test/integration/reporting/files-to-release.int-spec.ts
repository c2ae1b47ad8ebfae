import { PDF } from '../../support/a-call.js';
import { aProject, signContract, type RunningCall } from '../../support/a-project.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

interface Waiting {
  kind: string;
  subjectId: string;
  title: string;
  count: number;
}

describe('files that wait to be let through', () => {
  let app: TestApp;
  let round: RunningCall;
  let contractId: string;

  beforeAll(async () => {
    app = await bootApp();
    round = await aProject(app);
    contractId = await signContract(app, round);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const waiting = async (who: Person): Promise<Waiting[]> => (await who.client.get('/api/files-to-release')).body;

  /** A file of the grantee, given to what it was handed in for as the forms do it. */
  async function handedIn(kind: string, ownerId: string): Promise<string> {
    const { body } = await round.founder.client.upload('/api/documents', { name: `${kind}.pdf`, content: PDF });
    await app.db.query(`update document set owner_kind = $2, owner_id = $3, node_path = 'js.yz.', organisation_id = $4, audience = 'organisation' where id = $1`, [body.id, kind, ownerId, round.organisationId]);
    return body.id as string;
  }

  it('stand on the home of whoever works with them, with the page where they are let through, until they are', async () => {
    const { projectId, organisationId, call: { officer } } = round;
    const idOf = async (table: string) => (await app.db.query(`select id from ${table} where project_id = $1 limit 1`, [projectId])).rows[0].id as string;
    const [milestone, tranche] = [await idOf('milestone'), await idOf('tranche')];
    const before = (await waiting(officer)).filter(({ kind }) => kind === 'contract').reduce((sum, { count }) => sum + count, 0);
    const ids = [await handedIn('milestone', milestone), await handedIn('milestone', milestone), await handedIn('tranche', tranche), await handedIn('contract', contractId)];
    expect(await waiting(officer)).toEqual(expect.arrayContaining([
      expect.objectContaining({ kind: 'milestone', subjectId: milestone, count: 2, detail: expect.anything() }),
      expect.objectContaining({ kind: 'tranche', subjectId: projectId, count: 1, detail: expect.anything() }),
      expect.objectContaining({ kind: 'contract', subjectId: projectId, count: before + 1, title: expect.any(String) }),
    ]));
    const evaluator = await app.person({ roles: [{ role: 'evaluator', node: 'js.yz.' }] });
    expect((await waiting(evaluator)).map(({ kind }) => kind)).toEqual(['milestone']);
    const { body: account } = await round.founder.client.post(`/api/organisations/${organisationId}/bank-accounts`, { bankName: '工商银行', accountName: '木兰服务中心', number: '6222020200112233445' });
    ids.push(await handedIn('bank_account', account.id));
    const finance = await app.person({ roles: [{ role: 'finance_maker', node: 'js.yz.' }] });
    expect((await waiting(finance)).map(({ kind }) => kind).filter((kind, at, all) => all.indexOf(kind) === at)).toEqual(['contract', 'tranche', 'bank_account']);
    for (const person of [officer, finance]) await person.client.post('/api/documents/releases', { ids: person === officer ? ids.slice(0, 4) : ids.slice(4), reason: '已在隔离电脑上打开核对' });
    expect((await waiting(officer)).filter(({ kind, count }) => kind !== 'contract' || count > before)).toEqual([]);
    expect((await waiting(finance)).some(({ kind }) => kind === 'bank_account')).toBe(false);
  });

  it('are told to nobody at another place, and not to those who only audit or apply', async () => {
    await handedIn('contract', contractId);
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect(await waiting(elsewhere)).toEqual([]);
    const auditor = await app.person({ roles: [{ role: 'auditor', node: 'js.yz.' }] });
    for (const person of [auditor, round.founder]) expect((await person.client.get('/api/files-to-release')).status).toBe(403);
  });
});
