import type { ExpertProfile, ExpertTie } from '../experts/expert-profile.js';
import { likeAddress, likePhone } from './conflict-graph.js';
import { explainConflict } from './explain-conflict.js';
import { graphOfFacts, organisationKey, type ConflictFacts } from './graph-of-facts.js';

const organisation = (id: string, changes: Partial<ConflictFacts['organisations'][number]> = {}) => ({ id, name: `${id}中心`, creditCode: null, legalRepresentative: `${id}法人`, address: '', ...changes });
const profile = (changes: Partial<ExpertProfile>) => ({ accountId: 'e', employer: '大学', employerCode: null, phone: null, address: null, ...changes }) as ExpertProfile;
const tie = (changes: Partial<ExpertTie>) => ({ accountId: 'e', kind: 'adviser', organisationId: null, organisationName: 'a中心', personName: null, since: null, until: null, ...changes }) as ExpertTie;
const nothing: ConflictFacts = { experts: [{ id: 'e', name: '周宁' }], profiles: [], ties: [], memberships: [], organisations: [organisation('a'), organisation('b')], contacts: [], partnerships: [], since: '2023-03-01' };

function between(facts: Partial<ConflictFacts>, id = 'a'): { zh: string; certain: boolean } | null {
  const path = graphOfFacts({ ...nothing, ...facts }).waysFrom('expert:e').get(organisationKey(id));
  return path ? { zh: explainConflict(path).zh, certain: path.certain } : null;
}

describe('the conflict graph', () => {
  it('finds nothing between strangers', () => {
    expect(between({ profiles: [profile({})], contacts: [{ organisationId: 'a', leaders: ['王芳'], team: ['李娜'], phones: ['13800000000'] }] })).toBeNull();
  });

  it.each<[string, Partial<ConflictFacts>, string]>([
    ['her employer by its name, whatever its spacing and brackets', { profiles: [profile({ employer: 'ａ 中心' })] }, '周宁 的工作单位是 a中心'],
    ['her employer under a name that only looks the same', { profiles: [profile({ employer: '揚州（НОРЕ）中心' })], organisations: [organisation('a', { name: '扬州(HOPE)中心' })] }, '周宁 的工作单位是 扬州(HOPE)中心'],
    ['her employer by its code', { profiles: [profile({ employer: '某机构', employerCode: '52321003MJ5600001X' })], organisations: [organisation('a', { creditCode: '52321003MJ5600001X' })] }, '周宁 的工作单位是 a中心'],
    ['her membership of the applicant', { memberships: [{ accountId: 'e', subjectId: 'a', since: new Date('2024-05-06T00:00:00Z'), until: null }] }, '周宁 是 a中心 的成员（2024-05-06）'],
    ['what she declares', { ties: [tie({ kind: 'board', since: '2022-01-01' })] }, '周宁 是 a中心 的理事或监事（2022-01-01）'],
    ['her mentoring, as the platform recorded it', { ties: [tie({ kind: 'mentor', organisationId: 'a', organisationName: '旧名', until: '2025-06-30' })] }, '周宁 辅导过 a中心（2025-06-30）'],
    ['a relative who leads the applicant', { ties: [tie({ kind: 'family', organisationName: '不详', personName: 'a法人' })] }, '周宁 的近亲属为 a法人；a法人 与 a中心 为法定代表人关系'],
    ['a relative who works there', { ties: [tie({ kind: 'family', personName: '周明' })] }, '周宁 的近亲属为 周明；周明 近三年曾在 a中心 任职'],
    ['a telephone in common', { profiles: [profile({ phone: '+86 138-0000-0000' })], contacts: [{ organisationId: 'a', leaders: [], team: [], phones: ['13800000000'] }] }, '周宁 与 a中心 使用同一联系电话'],
    ['an address in common', { profiles: [profile({ address: '扬州市文昌中路1号' })], organisations: [organisation('a', { address: '扬州市 文昌中路 1号' })] }, '周宁 与 a中心 地址相同'],
    ['a partner of her employer', { profiles: [profile({ employer: 'b中心' })], partnerships: [{ organisationIds: ['b', 'a'], submittedAt: new Date('2025-03-01T00:00:00Z'), awarded: false }] }, '周宁 的工作单位是 b中心；b中心 与 a中心 曾联合申报（2025-03-01）'],
    ['a past award with her employer', { profiles: [profile({ employer: 'b中心' })], partnerships: [{ organisationIds: ['a', 'b'], submittedAt: new Date('2024-03-01T00:00:00Z'), awarded: true }] }, '周宁 的工作单位是 b中心；b中心 与 a中心 曾联合获得资助（2024-03-01）'],
    ['the same legal representative as her employer', { profiles: [profile({ employer: 'b中心' })], organisations: [organisation('a', { legalRepresentative: '赵敏' }), organisation('b', { legalRepresentative: '赵敏' })] }, '周宁 的工作单位是 b中心；b中心 与 赵敏 为法定代表人关系；赵敏 与 a中心 为法定代表人关系'],
  ])('finds %s, and says so', (_, facts, zh) => {
    expect(between(facts)).toEqual({ zh, certain: true });
  });

  it('says since when each step is on record: of what two have in common, since the later of both', () => {
    const [saved, handedIn, changed] = [new Date('2025-05-01T02:00:00Z'), new Date('2026-03-31T18:00:00Z'), new Date('2024-01-02T00:00:00Z')];
    const dated = (name: string) => organisation(name, { address: '扬州市文昌中路1号', legalRepresentative: '赵敏', knownSince: { address: changed, legalRepresentative: changed } });
    // Saved again since, for something else: what she had said before keeps its day.
    const her = (changes: Partial<ExpertProfile>) => [profile({ savedAt: new Date('2026-05-01T00:00:00Z'), employerSince: saved, phoneSince: saved, addressSince: saved, ...changes })];
    expect(between({ profiles: her({ employer: 'a中心' }) })?.zh).toBe('周宁 的工作单位是 a中心（2025-05-01 登记）');
    expect(between({ profiles: her({ phone: '13800000000' }), contacts: [{ organisationId: 'a', leaders: [], team: [], phones: ['13800000000'], knownSince: handedIn }] })?.zh).toBe('周宁 与 a中心 使用同一联系电话（2026-04-01 登记）');
    expect(between({ profiles: her({ address: '扬州市文昌中路1号' }), organisations: [dated('a')] })?.zh).toBe('周宁 与 a中心 地址相同（2025-05-01 登记）');
    expect(between({ ties: [tie({ kind: 'family', organisationName: '不详', personName: '赵敏' })], organisations: [dated('a')] })?.zh).toContain('赵敏 与 a中心 为法定代表人关系（2024-01-02 登记）');
  });

  it('has somebody look where two people merely have the same name', () => {
    for (const leader of ['周宁', '周寧', '周\u200b宁']) expect(between({ contacts: [{ organisationId: 'a', leaders: [leader], team: [], phones: [] }] })).toMatchObject({ certain: false, zh: expect.stringMatching(/同名.*须核实/) });
  });

  it('ties nobody to an applicant through a namesake in another team', () => {
    const contacts = [{ organisationId: 'a', leaders: [], team: ['王芳'], phones: [] }, { organisationId: 'b', leaders: [], team: ['王芳'], phones: [] }];
    expect(between({ contacts, profiles: [profile({ employer: 'b中心' })] })).toBeNull();
  });

  it('forgets what ended more than three years ago, but no dispute that goes on', () => {
    expect(between({ ties: [tie({ until: '2023-02-28' })] })).toBeNull();
    expect(between({ ties: [tie({ kind: 'dispute', since: '2019-01-01' })] })).not.toBeNull();
    expect(between({ profiles: [profile({ employer: 'b中心' })], partnerships: [{ organisationIds: ['a', 'b'], submittedAt: new Date('2023-02-28T00:00:00Z'), awarded: true }] })).toBeNull();
  });

  it('does not call everybody a relation of everybody: one partnership is a tie, two are acquaintance', () => {
    const organisations = [organisation('a'), organisation('b'), organisation('c')];
    const pair = (ids: string[]) => ({ organisationIds: ids, submittedAt: new Date('2025-03-01T00:00:00Z'), awarded: false });
    expect(between({ organisations, profiles: [profile({ employer: 'c中心' })], partnerships: [pair(['c', 'b']), pair(['b', 'a'])] })).toBeNull();
  });

  it('compares numbers and addresses by what they say', () => {
    expect([likePhone('0514-8888 8888'), likePhone('12345'), likeAddress('扬州市'), likeAddress('文昌中路1号')]).toEqual(['051488888888', null, null, '文昌中路1号']);
  });
});
