import { basisOf } from './basis-of.js';
import type { Basis } from './rulebook.js';

const notice: Basis = { kind: 'source', ref: 'S4' };
const ours: Basis = { kind: 'assumption', why: { zh: '公告未说明', en: 'The notice is silent' } };
const book = { basis: { '/stages': notice, '/stages/0/closesAt': ours, '': notice } };

describe('basisOf', () => {
  it.each([
    ['/stages', notice], ['/stages/0/opensAt', notice], ['/stages/0/closesAt', ours], ['/stages/1/closesAt', notice],
    ['/stagesmanship', null], ['/money', null], ['', null],
  ])('finds the nearest entry for %s', (pointer, basis) => {
    expect(basisOf(book, pointer)).toBe(basis);
  });
});
