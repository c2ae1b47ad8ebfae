import { MakeMissingAccountLooks } from '../../../src/modules/identity/handlers/make-missing-looks.js';
import { MakeMissingLooks } from '../../../src/modules/organisations/handlers/make-missing-looks.js';
import { anOpenCall, submitted } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('names that look like other names', () => {
  let app: TestApp;
  let officer: Person;

  beforeAll(async () => {
    app = await bootApp();
    officer = await app.person({ name: '王官员', roles: [{ role: 'officer', node: 'js.yz.' }] });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const record = async (id: string) => (await officer.client.get(`/api/organisations/${id}/record`)).body;
  const news = async () => (await officer.client.get('/api/inbox')).body.items.filter(({ kind }: { kind: string }) => kind === 'organisation-looks-like');

  it('are flagged at registration to whoever registers and to the officer, at the screening, and among what may be merged', async () => {
    const real = await app.person();
    const realId = await found(app, real, { name: '扬州市和美HOPE妇女儿童服务中心', creditCode: aCreditCode() });
    await app.drain();
    expect(await news()).toEqual([]);
    const double = await app.person();
    const doubleId = await found(app, double, { name: '扬州市和美НОРЕ婦女兒童服務中心', creditCode: aCreditCode() });
    await app.drain();
    expect(await news()).toEqual([expect.objectContaining({ link: `/desk/organisations/${doubleId}?tab=record` })]);
    expect(JSON.stringify(await news())).toContain('看起来相同');
    expect(await record(doubleId)).toMatchObject({ similar: [{ id: realId, looksSame: true }], odd: { zh: expect.stringContaining('Н О Р Е') } });
    expect(await record(realId)).toMatchObject({ similar: [{ id: doubleId, looksSame: true }], odd: null });
    const call = await anOpenCall(app);
    const { id } = await submitted(double, call, doubleId, { name: '和美课堂' });
    expect((await officer.client.get(`/api/applications/${id}/screening`)).body.organisation).toMatchObject({ alike: ['扬州市和美HOPE妇女儿童服务中心'], odd: { zh: expect.stringContaining('外文字母') } });
  });

  it('are flagged when an organisation takes such a name later, and for people as well', async () => {
    const founder = await app.person();
    const id = await found(app, founder, { name: '扬州市月华服务社', creditCode: aCreditCode() });
    const { body } = await founder.client.get(`/api/organisations/${id}`);
    const { id: _id, nodePath: _path, stopReason: _stop, mergedInto: _merged, remarks: _remarks, debarments: _bans, ...profile } = body;
    const before = (await news()).length;
    const saved = await founder.client.put(`/api/organisations/${id}`, { ...profile, legalRepresentative: '沈月\u200b华' });
    expect(saved).toMatchObject({ status: 200, body: { remarks: expect.arrayContaining([expect.objectContaining({ code: 'odd_characters', sentence: expect.objectContaining({ zh: expect.stringContaining('不显示的字符') }) })]) } });
    await app.drain();
    expect(await news()).toHaveLength(before + 1);
  });

  it('are known of organisations that are older than the rule, once the platform has started anew', async () => {
    const id = await found(app, await app.person(), { name: '扬州市旧名服务社', creditCode: aCreditCode() });
    await app.db.query('update organisation set name_look = null, representative_look = null');
    await app.nest.get(MakeMissingLooks).onApplicationBootstrap();
    const { rows } = await app.db.query('select name, name_look, representative_look from organisation where id = $1', [id]);
    expect(rows).toEqual([{ name: '扬州市旧名服务社', name_look: '扬州市旧名服务社', representative_look: '李梅' }]);
    expect((await app.db.query('select from organisation where name_look is null')).rowCount).toBe(0);
  });

  it('of people are compared with those of other organisations of the place and of whoever has a duty there, never with one written alike', async () => {
    const [one, other, away] = [await app.person(), await app.person(), await app.person()];
    const named = (legalRepresentative: string) => ({ name: aCreditCode(), creditCode: aCreditCode(), legalRepresentative });
    const first = await found(app, one, named('林晓莲'));
    const double = await found(app, other, named('林曉蓮'));
    const twin = await found(app, away, named('林晓莲'));
    const ofBoth = [{ asked: '林曉蓮', name: '林晓莲', where: { zh: expect.stringContaining('的法定代表人') } }, { asked: '林曉蓮', name: '林晓莲' }];
    expect(await record(double)).toMatchObject({ peopleAlike: ofBoth });
    expect(await record(twin)).toMatchObject({ peopleAlike: [{ asked: '林晓莲', name: '林曉蓮' }], odd: null });
    expect((await record(first)).peopleAlike).toHaveLength(1);
    await app.drain();
    expect(JSON.stringify(await news())).toContain('写法不同、看起来相同');
    const staff = await found(app, away, named('王官⼠'));
    await app.person({ name: '王官士', roles: [{ role: 'screener', node: 'js.yz.' }] });
    expect(await record(staff)).toMatchObject({ peopleAlike: [{ name: '王官士', where: { zh: '本地区的工作人员或评委' } }] });
    const elsewhere = await found(app, await app.person(), named('林曉莲'), 'js.nj.');
    const there = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await there.client.get(`/api/organisations/${elsewhere}/record`)).body).toMatchObject({ peopleAlike: [] });
  });

  it('of members of other organisations are among them, also where the form names the person, and those of its own are not', async () => {
    const member = await app.person({ name: '賀蘭芝' });
    await found(app, member, { name: '扬州市兰芝服务社', creditCode: aCreditCode(), legalRepresentative: '赵一清' });
    const own = await app.person({ name: '贺兰芝' });
    const id = await found(app, own, { name: '扬州市对岸服务社', creditCode: aCreditCode(), legalRepresentative: '贺兰芝' });
    expect((await record(id)).peopleAlike).toEqual([{ asked: '贺兰芝', name: '賀蘭芝', where: { zh: '“扬州市兰芝服务社”的成员', en: 'member of "扬州市兰芝服务社"' } }]);
    const renamed = await found(app, own, { name: '扬州市三岸服务社', creditCode: aCreditCode(), legalRepresentative: '賀蘭芝' });
    expect((await record(renamed)).peopleAlike).not.toContainEqual(expect.objectContaining({ name: '贺兰芝', where: expect.objectContaining({ zh: expect.stringContaining('三岸') }) }));
    await app.person({ name: '陳思', roles: [{ role: 'screener', node: 'js.yz.' }] });
    const { id: application } = await submitted(own, await anOpenCall(app), id, { name: '兰芝课堂' });
    const screened = (await officer.client.get(`/api/applications/${application}/screening`)).body.organisation.peopleAlike;
    expect(screened).toEqual(expect.arrayContaining([expect.objectContaining({ asked: '贺兰芝', name: '賀蘭芝' }), expect.objectContaining({ asked: '陈思', name: '陳思' })]));
  });

  it('of accounts that are older than the rule are known once the platform has started anew, and follow a change of the name', async () => {
    const person = await app.person({ name: '闫凤仪' });
    await found(app, person, { name: '扬州市凤仪服务社', creditCode: aCreditCode() });
    const id = await found(app, await app.person(), { name: '扬州市比对服务社', creditCode: aCreditCode(), legalRepresentative: '闫鳳儀' });
    await app.db.query('update account set name_look = null');
    expect((await record(id)).peopleAlike).toEqual([]);
    await app.nest.get(MakeMissingAccountLooks).onApplicationBootstrap();
    expect((await record(id)).peopleAlike).toMatchObject([{ name: '闫凤仪' }]);
    expect((await app.db.query('select from account where name_look is null')).rowCount).toBe(0);
    expect((await person.client.patch('/api/session/name', { name: '闫大方' })).status).toBeLessThan(300);
    expect((await record(id)).peopleAlike).toEqual([]);
  });
});
