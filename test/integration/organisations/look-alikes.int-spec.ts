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

  it.each([
    ['full width and half width', '和家Rose公益(扬州)中心', '和家Ｒｏｓｅ公益（扬州）中心'],
    ['traditional and simplified', '扬州市妇女儿童关爱协会', '揚州市婦女兒童關愛協會'],
    ['Cyrillic and Latin', '和美HOPE社工站', '和美НОРЕ社工站'],
    ['Greek and Latin', '关爱Kappa服务社', '关爱Κaρρa服务社'],
    ['characters that nobody sees', '向阳花家庭服务社', '向阳\u200b花家庭\u2060服务社'],
    ['compatibility forms', '巾帼志愿队一', '巾帼志愿队㈠'],
    ['radicals', '女童之家工作站', '⼥童之家⼯作站'],
    ['katakana among characters', '口才工坊', 'ロ才エ坊'],
    ['digits and letters', '益点10号驿站', '益点lO号驿站'],
    ['characters of nearly the same strokes', '江都市未来社', '江都巿末来社'],
    ['spaces and points', '沈月华 工作室', '沈月华·工作室'],
  ])('are found alike: %s', async (_, real, double) => {
    const { rows: [same] } = await app.db.query('select name_skeleton($1) = name_skeleton($2) as same', [real, double]);
    expect(same).toEqual({ same: true });
  });

  it('are told from names that only begin alike', async () => {
    for (const [one, other] of [['扬州市和家社会工作服务中心', '扬州市和美社会工作服务中心'], ['第1服务社', '第2服务社'], ['女童之家', '男童之家']]) {
      const { rows: [same] } = await app.db.query('select name_skeleton($1) = name_skeleton($2) as same', [one, other]);
      expect([one, same]).toEqual([one, { same: false }]);
    }
  });

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
});
