import { newId } from '#libs/database';
import { anOpenCall, PDF } from './a-call.js';
import { aPanel } from './a-panel.js';
import { aProject, ok, signContract, type Panel, type RunningCall } from './a-project.js';
import { aCreditCode, found } from './an-organisation.js';
import type { Person, TestApp } from './app.js';

/** A round with one thing of each kind that an address can name, and those to whom the things belong. */
export interface ThingOfEach {
  readonly round: RunningCall;
  /** The first judge of the panel, with what is hers. */
  readonly judge: Person;
  readonly panel: Panel;
  readonly second: Person;
  readonly maker: Person;
  /** By kind: the id under which its owner finds it. */
  readonly ids: Readonly<Record<string, string>>;
  /** Things that were there once, by the same kinds, each with whoever had it. */
  readonly gone: readonly { readonly kind: string; readonly id: string; readonly owner: Person }[];
}

const OBJECTION = { text: '该项目的服务场地与申报材料不一致，请核实。', anonymous: false, name: '陈明', contact: '13911112222' };
const ACCOUNT = { bankName: '中国银行', accountName: '木兰服务中心', number: '6222020200112233445' };

/** Plays it through the same routes as people use, all in Yangzhou. */
export async function aThingOfEach(app: TestApp): Promise<ThingOfEach> {
  const another = await anOpenCall(app);
  const second = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
  const maker = await app.person({ roles: [{ role: 'finance_maker', node: 'js.yz.' }] });
  const invited = await app.person({ roles: [{ role: 'expert', node: 'js.yz.' }] });
  let panel: Panel = [];
  let leaver: Panel[number] | undefined;
  const one = async (sql: string, values: unknown[] = []): Promise<string> => (await app.db.query<{ id: string }>(sql, values)).rows[0]!.id;
  const round = await aProject(app, {
    scored: async (call, seats, applicationId) => {
      const { id, officer } = call;
      panel = seats;
      [leaver] = await aPanel(app, call, 'written', 1);
      await ok(officer.client.post(`/api/panel-seats/${leaver!.seatId}/unseating`, { reason: '时间冲突' }));
      await ok(officer.client.post(`/api/score-sheets/${await one('select id from score_sheet limit 1')}/reopening`, { reason: '理由栏误填为他项' }));
      await ok(second.client.post(`/api/sheet-reopenings/${await one('select id from sheet_reopening')}/decision`, { granted: false, note: '已核对' }));
      await ok(officer.client.post('/api/emergency-accesses', { applicationId, stageKey: 'written', reason: '举报称一份评分表由他人代填，须立即核对原表' }));
      await ok(officer.client.post(`/api/calls/${id}/readings`, { applicationId, source: '通用文本模型', body: '预算与活动基本对应。' }));
      await ok(officer.client.post(`/api/calls/${id}/panels/written/experts/invitations`, { accountIds: [invited.id], replyBy: new Date(app.clock.now().getTime() + 172_800_000).toISOString() }));
    },
    sealed: async (_, [, told], applicationId) => {
      await ok(told!.judge.client.post(`/api/judging/${told!.seatId}/${applicationId}/late-conflict`, { reason: '近三年曾任该单位顾问' }));
      await ok(second.client.post(`/api/ranking-corrections/${await one('select id from ranking_correction')}/decision`, { granted: false, note: '经核实' }));
    },
    published: async ({ id, officer }, applicationId) => {
      await ok(app.http.anonymous.post(`/api/public/notices/${id}/objections`, { ...OBJECTION, applicationId }));
      for (const move of ['admit', 'reject']) await ok(officer.client.post(`/api/objections/${await one('select id from award_objection')}/moves`, { move, reply: '经核实，场地与申报一致。' }));
    },
  });
  const contract = await signContract(app, round);
  app.clock.set('2024-05-21T01:00:00Z');
  await app.repeat('milestones.start-projects');
  await ok(round.call.officer.client.post(`/api/projects/${round.projectId}/rectifications`, { demand: '支出凭证不符，须更正', dueOn: '2024-10-20' }));
  await putAway(app, round);
  const made = { contract, ...(await madeByStaff(app, round, maker)), ...(await madeByOthers(app, round, panel)), ...(await aRoadshow(app, another.id)) };
  await app.drain();
  const tables = ['award', 'milestone', 'tranche', 'score_sheet', 'sheet_reopening', 'reading_note', 'ranking_correction', 'award_objection', 'panel_invitation', 'fund_deposit', 'organisation_bank_account', 'application', 'emergency_access', 'rectification', 'milestone_reopening', 'mailing'];
  const byTable: Record<string, string> = {};
  for (const table of tables) byTable[table] = await one(`select id from ${table} order by id limit 1`);
  const ids = { call: round.call.id, project: round.projectId, organisation: round.organisationId, seat: panel[0]!.seatId, account: panel[0]!.judge.id, programme: await one('select programme_id as id from call where id = $1', [round.call.id]), node: await app.node('js.yz.'), inbox: await one('select id from notification where account_id = $1 limit 1', [round.founder.id]), invited: invited.id, ...byTable, ...made };
  return { round, judge: panel[0]!.judge, panel, second, maker, ids, gone: await gone(round, leaver!) };
}

async function madeByStaff(app: TestApp, { call, organisationId, founder }: RunningCall, maker: Person): Promise<Record<string, string>> {
  await ok(maker.client.post(`/api/calls/${call.id}/deposits`, { amountFen: 10_000_000, reference: 'IN-1', memo: '拨入' }));
  await ok(founder.client.post(`/api/organisations/${organisationId}/bank-accounts`, ACCOUNT));
  const { body: views } = await ok(call.officer.client.post('/api/application-views', { name: '大额', columns: [], shared: false, filter: { q: '申请>=30000' } }));
  const { body: report } = await ok(call.officer.client.post(`/api/calls/${call.id}/reports`, { kind: 'round_report', format: 'xlsx' }));
  const { rows: [session] } = await app.db.query<{ id: string }>('select id from account_session where account_id = $1 limit 1', [call.officer.id]);
  return { view: views.find(({ name }: { name: string }) => name === '大额').id, report: report.id, session: session!.id };
}

async function madeByOthers(app: TestApp, { founder }: RunningCall, panel: Panel): Promise<Record<string, string>> {
  const { body: alerts } = await ok(founder.client.post('/api/own/call-alerts', { words: '巾帼志愿' }));
  const { body: upload } = await ok(founder.client.post('/api/uploads', { name: '长文件.pdf', bytes: 1000 }));
  const { body: document } = await ok(founder.client.upload('/api/documents', { name: '底稿.pdf', content: PDF }));
  await ok(panel[0]!.judge.client.post('/api/judging/profile/ties', { kind: 'adviser', organisationName: '彩虹之家中心' }));
  const { rows: [tie] } = await app.db.query<{ id: string }>('select id from expert_tie where account_id = $1', [panel[0]!.judge.id]);
  return { alert: alerts.find(({ words }: { words: string }) => words === '巾帼志愿').id, upload: upload.id, document: document.id, tie: tie!.id };
}

/** What only comes of much more: a report that was accepted by mistake, and a mailing to many. */
async function putAway(app: TestApp, { call }: RunningCall): Promise<void> {
  await app.db.query(`insert into milestone_reopening (id, milestone_id, reason, accepted_by, accepted_at, asked_by, asked_at) select $1, id, '附件属于另一个项目', $2, now(), $2, now() from milestone order by id limit 1`, [newId(), call.officer.id]);
  await app.db.query(`insert into mailing (id, key, node_path, about, letters, people, status, prepared_by, prepared_at) values ($1, 'one', 'js.yz.', '{"zh":"催评","en":"A reminder"}', '[]', 1, 'waiting', $2, now())`, [newId(), call.officer.id]);
}

/** One that is planned, of another programme of the place: the round has none. */
async function aRoadshow(app: TestApp, callId: string): Promise<Record<string, string>> {
  const [roadshow, presentation] = [newId(), newId()];
  await app.db.query(`insert into roadshow_session (id, call_id, node_path, stage_key, group_key, status, planned_at, orderings) values ($1, $2, 'js.yz.', 'roadshow', 'all', 'planned', now(), 0)`, [roadshow, callId]);
  await app.db.query(`insert into roadshow_presentation (id, session_id, application_id, status, overrun_seconds, missed) select $1, $2, id, 'waiting', 0, 0 from application limit 1`, [presentation, roadshow]);
  return { roadshow, presentation };
}

/** What was taken away again: a search, a view, a place on the panel. */
async function gone({ call, founder }: RunningCall, leaver: Panel[number]): Promise<ThingOfEach['gone']> {
  const { body: alerts } = await ok(founder.client.post('/api/own/call-alerts', { words: '家庭教育' }));
  const alert = alerts.find(({ words }: { words: string }) => words === '家庭教育');
  await ok(founder.client.delete(`/api/own/call-alerts/${alert.id}`));
  const { body: views } = await ok(call.officer.client.post('/api/application-views', { name: '旧', columns: [], shared: false, filter: { q: '申请>=1' } }));
  const view = views.find(({ name }: { name: string }) => name === '旧');
  await ok(call.officer.client.delete(`/api/application-views/${view.id}`));
  return [{ kind: 'alert', id: alert.id, owner: founder }, { kind: 'view', id: view.id, owner: call.officer }, { kind: 'seat', id: leaver.seatId, owner: leaver.judge }];
}

/** Somebody with the role who founds an organisation where she needs one for it. */
export async function holderOf(app: TestApp, role: string, node: string): Promise<Person> {
  if (role !== 'applicant') return app.person({ roles: [{ role: role as 'officer', node }] });
  const person = await app.person();
  await found(app, person, { name: `旁观社工中心${person.name}`, creditCode: aCreditCode() }, node);
  return person;
}
