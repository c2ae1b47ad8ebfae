import JSZip from 'jszip';
import { PDFDocument } from '@cantoo/pdf-lib';
import { countFiles, fillForm } from '../../../scripts/cycle/fill-form.mjs';
import { aDrawnPdf, DRAWN } from '../../../libs/stripping/drawn.fixture.js';
import { aDocx, aPdf, aPhotograph, aPicture, anXlsx } from '../../../libs/stripping/planted.fixture.js';
import { admit, anOpenCall, handIn, type OpenCall } from '../../support/a-call.js';
import { aPanel } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const NAME = '木兰课堂服务中心';
const ACCEPT = ['pdf', 'docx', 'xlsx', 'jpg', 'png'];

/** Everything in a file that a programme could find. */
async function everyByte(name: string, content: Buffer): Promise<string> {
  if (name.endsWith('.pdf')) {
    const pdf = await PDFDocument.load(content, { updateMetadata: false });
    return content.toString('utf8') + pdf.context.enumerateIndirectObjects().map(([, object]) => object.toString()).join('\n');
  }
  if (!/\.(docx|xlsx)$/.test(name)) return content.toString('utf8');
  const zip = await JSZip.loadAsync(content);
  return (await Promise.all(Object.entries(zip.files).map(async ([part, entry]) => part + (await entry.async('string'))))).join('\n');
}

interface Shown {
  id: string;
  name: string;
  openable: boolean;
  withheld: { zh: string } | null;
}

describe('files before a blind panel', () => {
  let app: TestApp;
  let call: OpenCall;
  let panel: { judge: Person; seatId: string }[];
  let applicationId: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
      form: { ...rulebook.form, sections: rulebook.form.sections.map((section) => ({ ...section, questions: section.questions.map((question) => (question.kind === 'file' ? { ...question, identifying: false, accept: ACCEPT } : question)) })) } as typeof rulebook.form,
    }));
    const founder = await app.person({ name: '李木兰' });
    const organisationId = await found(app, founder, { name: NAME, creditCode: aCreditCode(), legalRepresentative: '赵法人' });
    const files: [string, Buffer][] = [
      [`${NAME}-计划.pdf`, await aPdf(NAME, 'A class for mothers, forty meetings.', false)], [`${NAME}-方案.docx`, await aDocx(NAME, '为妈妈们开设四十次课堂', false)], [`${NAME}-预算.xlsx`, await anXlsx(NAME, '场地费')],
      [`${NAME}.jpg`, aPhotograph(NAME)], [`${NAME}.png`, aPicture(NAME)], [`${NAME}-介绍.docx`, await aDocx(NAME, `${NAME}成立于2016年`)], [`${NAME}-印章.pdf`, await aDrawnPdf(DRAWN['the words of a stamp']!)], [`${NAME}-联系.pdf`, await aPdf(NAME, 'Write to li@mulan.example.org')]
    ];
    const uploaded: string[] = [];
    for (const [name, content] of files) {
      const { status, body } = await founder.client.upload('/api/documents', { name, content });
      if (status !== 201) throw new Error(`${name} answered ${status}: ${JSON.stringify(body)}`);
      ids[name.replace(NAME, '')] = body.id;
      uploaded.push(body.id);
    }
    expect(countFiles(call.rulebook)).toBeGreaterThanOrEqual(files.length);
    const spare = await founder.client.upload('/api/documents', { name: '说明.pdf', content: await aPdf('-', 'A map.', false) });
    while (uploaded.length < countFiles(call.rulebook)) uploaded.push(uploaded.length === files.length ? spare.body.id : (await founder.client.upload('/api/documents', { name: '说明.pdf', content: await aPdf('-', `A map ${uploaded.length}.`, false) })).body.id);
    const started = await founder.client.post('/api/applications', { callId: call.id, organisationId });
    applicationId = started.body.id;
    const answers = fillForm(call.rulebook, { name: '妈妈课堂', requestedFen: 4_000_000, matchingFen: 1_000_000, categoryKey: undefined, startsOn: '2021-12-01', endsOn: '2022-10-31' }, uploaded);
    await founder.client.put(`/api/applications/${applicationId}/answers`, { answers, version: started.body.version });
    const receipt = await handIn(founder, applicationId);
    if (receipt.status !== 201) throw new Error(JSON.stringify(receipt.body));
    await admit(call.officer, call, applicationId);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 5);
    await app.db.query(`update document set scan = 'clean', scanned_at = now() where scan <> 'trusted'`);
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`)).status).toBe(200);
    await panel[0]!.judge.client.post(`/api/judging/${panel[0]!.seatId}/${applicationId}/conflict`, { verdict: 'none' });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const seen = async (): Promise<Shown[]> => {
    const { body } = await panel[0]!.judge.client.get(`/api/judging/${panel[0]!.seatId}/${applicationId}`);
    return body.application.sections.flatMap(({ answers }: { answers: { files: Shown[] }[] }) => answers.flatMap(({ files }) => files));
  };
  const download = (id: string) => panel[0]!.judge.client.get(`/api/judging/${panel[0]!.seatId}/${applicationId}/files/${id}`);
  const decide = (id: string, shown: boolean, who = call.officer) => who.client.post(`/api/calls/${call.id}/scoring/written/blind-files/${id}/decision`, { shown, reason: '已逐页核对' });

  it('are looked through when the stage opens, before any judge comes to them, and officers are told how many wait', async () => {
    await app.db.query('delete from blind_file');
    await app.drain();
    const { rows } = await app.db.query(`select finding, count(*)::int as count from blind_file where document_id = any($1) group by finding order by finding`, [Object.values(ids)]);
    expect(rows).toEqual([{ finding: 'clear', count: 3 }, { finding: 'named', count: 2 }, { finding: 'unread', count: 3 }]);
    const inbox = (await call.officer.client.get('/api/inbox')).body.items as { title: { zh: string } | string; link: string }[];
    expect(inbox.filter(({ link }) => link === `/desk/scoring/${call.id}/written?tab=files`)).toHaveLength(1);
    expect(JSON.stringify(inbox)).toContain('5 个附件');
  });

  it('are shown under a neutral name and without a word of who made them, where their text tells nothing', async () => {
    const shown = await seen();
    for (const key of ['-计划.pdf', '-方案.docx', '-预算.xlsx']) {
      const file = shown.find(({ id }) => id === ids[key])!;
      expect(file).toMatchObject({ openable: true, withheld: null, name: expect.stringMatching(/^附件\d+\.(pdf|docx|xlsx)$/) });
      const { status, raw, headers } = await download(file.id);
      expect(status).toBe(200);
      expect(decodeURIComponent(String(headers['content-disposition']))).toContain(file.name);
      expect(JSON.stringify(headers)).not.toContain(NAME);
      const all = await everyByte(file.name, raw);
      expect(all).not.toContain(NAME);
      expect(all.toLowerCase()).not.toContain(Buffer.from(NAME, 'utf16le').swap16().toString('hex'));
    }
  });

  it('are withheld with the reason where their text names the applicant, its people or its address', async () => {
    const shown = await seen();
    for (const key of ['-介绍.docx', '-联系.pdf']) {
      expect(shown.find(({ id }) => id === ids[key])).toMatchObject({ openable: false, withheld: { zh: expect.stringContaining('可识别') } });
      expect((await download(ids[key]!)).status).toBe(404);
    }
    expect(JSON.stringify(shown)).not.toMatch(/木兰|李|赵/);
  });

  it('wait for staff where something is drawn on a page, which is named to the officer', async () => {
    const id = ids['-印章.pdf']!;
    expect((await seen()).find((file) => file.id === id)).toMatchObject({ openable: false, withheld: { zh: expect.stringContaining('图形') } });
    const { body } = await call.officer.client.get(`/api/calls/${call.id}/scoring/written/blind-files`);
    const listed = body as { documentId: string; finding: string; unreadPages: number[]; shown: boolean }[];
    expect(listed.find(({ documentId }) => documentId === id)).toMatchObject({ finding: 'unread', unreadPages: [2], shown: false });
    expect(listed.find(({ documentId }) => documentId === ids['-计划.pdf'])).toMatchObject({ finding: 'clear', unreadPages: [], shown: true });
  });

  it('wait for staff where they are pictures, and are stripped all the same once staff show them', async () => {
    for (const key of ['.jpg', '.png', '-印章.pdf']) {
      const id = ids[key]!;
      expect((await seen()).find((file) => file.id === id)).toMatchObject({ openable: false, withheld: { zh: expect.stringContaining('待工作人员') } });
      expect((await download(id)).status).toBe(404);
      expect((await decide(id, true)).status).toBe(200);
      const { status, raw } = await download(id);
      expect(status).toBe(200);
      expect(raw.toString('utf8')).not.toContain(NAME);
    }
  });

  it('are decided one by one, by officers of the place, with a reason on record', async () => {
    const id = ids['-计划.pdf']!;
    expect((await decide(id, false, panel[0]!.judge)).status).toBe(403);
    const list = (await decide(id, false)).body as { documentId: string; finding: string; shown: boolean; decision: string | null; masks: string[] }[];
    expect(list.find(({ documentId }) => documentId === id)).toMatchObject({ finding: 'clear', shown: false, decision: '已逐页核对' });
    expect(list.find(({ documentId }) => documentId === ids['-联系.pdf'])).toMatchObject({ finding: 'named', masks: ['〔邮箱〕'], shown: false });
    expect((await download(id)).status).toBe(404);
    await decide(id, true);
    expect((await download(id)).status).toBe(200);
    const { rows } = await app.db.query('select facts from audit_leaf where subject_id = $1 and action like $2', [id, 'blind_file.%']);
    expect(rows.map(({ facts }) => facts.reason)).toEqual(['已逐页核对', '已逐页核对']);
  });

  it('are decided several at once with one reason; what cannot be is told for itself and holds up no other', async () => {
    const wanted = ['.jpg', '.png', '-印章.pdf'].map((key) => ids[key]!);
    const together = (documentIds: string[], who = call.officer, shown = false) => who.client.post(`/api/calls/${call.id}/scoring/written/blind-files/decisions`, { documentIds, shown, reason: '同一批照片，逐张看过' });
    expect((await together(wanted, panel[0]!.judge)).status).toBe(403);
    const { status, body } = await together([wanted[0]!, applicationId, ...wanted.slice(1), wanted[0]!]);
    expect(status).toBe(200);
    expect(body.outcomes).toEqual([{ documentId: wanted[0], refusal: null }, { documentId: applicationId, refusal: { zh: '没有找到该附件', en: expect.any(String) } }, ...wanted.slice(1).map((documentId) => ({ documentId, refusal: null }))]);
    for (const id of wanted) {
      expect(body.files.find(({ documentId }: { documentId: string }) => documentId === id)).toMatchObject({ shown: false, decision: '同一批照片，逐张看过' });
      expect((await download(id)).status).toBe(404);
    }
    const { rows } = await app.db.query(`select count(*)::int as count from audit_leaf where action = 'blind_file.withheld' and facts ->> 'reason' = '同一批照片，逐张看过'`);
    expect(rows).toEqual([{ count: 3 }]);
    expect((await together([])).status).toBe(400);
  });
});
