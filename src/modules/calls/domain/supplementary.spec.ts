import { readProgramme, type Rulebook } from '#modules/calls';
import { validateRulebook } from './rulebook/validate-rulebook.js';
import { supplementOf } from './supplementary.js';

/** Three weeks to apply, and questions until four days before the end. */
const parent = (): Rulebook => {
  const book = readProgramme('yangzhou-2021') as unknown as Rulebook;
  return { ...book, deadline: { ...book.deadline, questionsUntil: new Date(Date.parse(book.deadline.at) - 4 * 86_400_000).toISOString() } };
};

const window = (opensAt: string, closesAt: string): Rulebook => supplementOf(parent(), { slots: 2, opensAt, closesAt, ordinal: 1 });

describe('the rules of a supplementary call', () => {
  it('end questions as long before the deadline as those of its parent', () => {
    const book = window('2021-12-01T09:00:00+08:00', '2021-12-15T17:00:00+08:00');
    expect(book.deadline).toMatchObject({ at: '2021-12-15T17:00:00+08:00', questionsUntil: '2021-12-11T17:00:00+08:00' });
  });

  it('let questions be asked to the end of a window that is shorter than that', () => {
    const book = window('2021-12-01T09:00:00+08:00', '2021-12-04T17:00:00+08:00');
    expect([book.deadline.at, book.deadline.questionsUntil]).toEqual(['2021-12-04T17:00:00+08:00', undefined]);
    expect(validateRulebook(book).problems.filter(({ path }) => path.startsWith('deadline'))).toEqual([]);
  });
});
