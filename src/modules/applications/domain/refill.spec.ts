import type { FormSection } from '#modules/calls';
import { refill } from './refill.js';

const NOW = new Date('2026-03-01T00:00:00Z');
const title = { zh: '题', en: 'Question' };
const question = (key: string, prefill?: string) => ({ key, kind: 'short_text', title, required: true, ...(prefill ? { prefill } : {}) });
const SECTIONS = [{ key: 'organisation', title, questions: [question('name', 'organisation.name'), question('code', 'organisation.uscc'), question('since', 'organisation.registeredOn'), question('hobby')] }] as unknown as FormSection[];
const group = { name: '读书会', creditCode: null, registeredOn: null, address: '', profile: '', legalRepresentative: '' };
const hosted = { ...group, creditCode: '51', registeredOn: '2015-01-01', registeredAs: '社工站' };
const of = (origin: object) => ({ 'organisation.code': { kind: 'profile', at: NOW.toISOString(), ...origin } }) as never;

describe('answers that follow the parties', () => {
  it('are filled in where nothing stands, and say whose registration it is', () => {
    const { answers, origins, filled } = refill(SECTIONS, { answers: { organisation: { name: '读书会', code: '' } }, origins: {} }, { before: group, after: hosted }, NOW);
    expect(answers).toEqual({ organisation: { name: '读书会', code: '51', since: '2015-01-01' } });
    expect(origins['organisation.code']).toEqual({ kind: 'profile', at: NOW.toISOString(), organisationName: '社工站' });
    expect(filled).toEqual([{ path: 'organisation.code', title, from: '社工站' }, { path: 'organisation.since', title, from: '社工站' }]);
  });

  it('are never written over what somebody typed', () => {
    const { answers, filled } = refill(SECTIONS, { answers: { organisation: { code: '手填', since: '2001-01-01' } }, origins: {} }, { before: group, after: hosted }, NOW);
    expect(answers).toEqual({ organisation: { code: '手填', since: '2001-01-01' } });
    expect(filled).toEqual([]);
  });

  it('follow another host, and are emptied when there is none any more', () => {
    const other = { ...hosted, creditCode: '52', registeredAs: '另一家' };
    const draft = { answers: { organisation: { code: '51', since: '2015-01-01' } }, origins: of({ organisationName: '社工站' }) };
    expect(refill(SECTIONS, draft, { before: hosted, after: other }, NOW)).toMatchObject({ answers: { organisation: { code: '52', since: '2015-01-01' } }, filled: [{ path: 'organisation.code', from: '另一家' }] });
    expect(refill(SECTIONS, draft, { before: hosted, after: group }, NOW)).toMatchObject({ answers: { organisation: { since: '2015-01-01' } }, origins: {}, filled: [{ path: 'organisation.code', from: null }] });
  });

  it('stay as they are while the parties lend the same', () => {
    const draft = { answers: { organisation: { code: '' } }, origins: {} };
    expect(refill(SECTIONS, draft, { before: hosted, after: hosted }, NOW).filled).toEqual([]);
  });
});
