import { datedStatements } from './expert-profile.js';

const [first, second, third] = ['2025-03-01T00:00:00Z', '2026-01-05T00:00:00Z', '2026-09-01T00:00:00Z'].map((at) => new Date(at)) as [Date, Date, Date];
const said = { employer: '扬州大学', employerCode: null, phone: '13800000000', address: null };

describe('what an expert says of herself', () => {
  it('is dated with the day on which she said it first in these words', () => {
    const before = { ...said, ...datedStatements(first, said, null) };
    expect(before).toMatchObject({ employerSince: first, phoneSince: first, addressSince: null });
    const moved = { ...said, address: '文昌中路1号' };
    const then = { ...moved, ...datedStatements(second, moved, before) };
    expect(then).toMatchObject({ employerSince: first, phoneSince: first, addressSince: second });
    expect(datedStatements(third, { ...moved, employer: '书香促进会', phone: '13900000000' }, then)).toEqual({ employerSince: third, phoneSince: third, addressSince: second });
  });

  it('begins anew with another credit code, and has no day once it is taken back', () => {
    const before = { ...said, ...datedStatements(first, said, null) };
    expect(datedStatements(second, { ...said, employerCode: '12321000466000000X', phone: null }, before)).toEqual({ employerSince: second, phoneSince: null, addressSince: null });
  });
});
