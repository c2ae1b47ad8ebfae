import { signingPage } from './signing-page.js';

describe('the page that is signed and sealed', () => {
  const declaration = { zh: '所填属实。', en: 'All of it is true.' };
  const form = (seal: object) => ({ declaration, sections: [], seal: { legalRepresentative: false, organisation: false, site: false, supervisingUnit: false, ...seal } });
  const parties = [{ name: '银杏树下读书会', role: '申报单位' }, { name: '街道社工站', role: '依托单位' }] as const;

  it('has a box for every party, the site and the unit above, as the rules ask', () => {
    const all = signingPage(form({ legalRepresentative: true, organisation: true, site: true, supervisingUnit: true }), parties);
    expect(all.map(({ title }) => title)).toEqual(['申报单位：银杏树下读书会', '依托单位：街道社工站', '落地村（社区）意见', '业务主管单位意见']);
    expect(all[0]).toMatchObject({ says: '所填属实。', lines: ['法定代表人或负责人（签字）', '（盖章）'] });
    expect(signingPage(form({ site: true }), parties).map(({ title }) => title)).toEqual(['落地村（社区）意见']);
  });

  it('has no lines for a site that has confirmed online, nor for a party that has left', () => {
    const sites = [{ name: '文昌社区', words: '已在线确认：李桂兰' }, { name: '双桥社区', words: '' }];
    expect(signingPage(form({ site: true }), parties, sites)).toEqual([expect.objectContaining({ title: '落地村（社区）意见：文昌社区', lines: [], online: '已在线确认：李桂兰' }), expect.objectContaining({ title: '落地村（社区）意见：双桥社区', lines: ['负责人（签字）', '（盖章）'], online: '' })]);
    expect(signingPage(form({ organisation: true }), [{ ...parties[0] }, { ...parties[1], leftAt: new Date() }]).map(({ title }) => title)).toEqual(['申报单位：银杏树下读书会']);
  });

  it('is left out where nothing is signed', () => {
    expect(signingPage(form({}), parties)).toEqual([]);
  });
});
