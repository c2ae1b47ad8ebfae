import fc from 'fast-check';
import { countCharacters as serverCount } from '#libs/characters';
import { isBlank as serverBlank, isVisible as serverVisible } from '../../src/modules/applications/domain/form/answers.js';
import { countCharacters as pageCount } from '../../web/src/ui/count-characters.js';
import { readProgramme, rulesFor, type Rulebook } from '#modules/calls';
import { answerIn, isBlank, isVisible, sectionCondition } from '../../web/src/features/applications/form/conditions.js';
import { inBoards } from '../support/calls/in-boards.js';
import { both, merge, sameAnswers } from '../../web/src/features/applications/form/merge.js';

/** Texts with their length in 字, for the counter of the page and for that of the server. */
const COUNTED: readonly (readonly [string, number])[] = [
  ['', 0], ['木兰妈妈', 4], ['木兰，妈妈。', 6], ['妇联women 2021年', 5], ['  空 白\n', 2], ['don’t', 3], ['　全角　空格　', 4], ['３个２０２５', 3], ['A4纸', 2],
  ['e-mail', 3], ['100%', 2], ['¥3,000.50', 6], ['cafe\u0301', 1], ['caf\u00e9', 1], ['\u200b不可见\ufeff', 3], ['\u202e反向\u202c', 2], ['😀👍', 2], ['𠮷野家', 3], ['《民法典》第十条', 8], ['……——', 4],
  ['第1条\r\n第2条', 6], ['\ud800', 1],
];

/** What the page tells an applicant must be what the server decides by. */
describe('the form in the page and on the server', () => {
  it.each(COUNTED)('count %j as %d', (text, count) => {
    expect([pageCount(text), serverCount(text)]).toEqual([count, count]);
  });

  it('count 50 KB of anything without a pause', () => {
    const began = performance.now();
    for (const unit of ['a', 'a\u0301', '\u200b', ' ', '妇', 'a ', '\ud800']) pageCount(unit.repeat(50_000));
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('count characters alike', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom('妇', '联', '，', 'a', 'Z', 'é', '9', ' ', '\n', '’', '😀', '-') })), (text) => {
      expect(pageCount(text)).toBe(serverCount(text));
    }));
  });

  const answer = fc.oneof(fc.constantFrom('yes', 'no', '', '  ', 'grade-3A'), fc.integer({ min: -2, max: 5 }), fc.constant([]), fc.array(fc.constantFrom('yes', 'no')), fc.constant(null), fc.boolean());
  const leaf = fc.oneof(
    fc.record({ kind: fc.constant('equals' as const), question: fc.constantFrom('a', 'b'), value: fc.oneof(fc.constantFrom('yes', 'no'), fc.integer({ min: 0, max: 3 }), fc.boolean()) }),
    fc.record({ kind: fc.constant('one_of' as const), question: fc.constantFrom('a', 'b'), values: fc.array(fc.oneof(fc.constantFrom('yes', 'grade-3A'), fc.integer({ min: 0, max: 3 }))) }),
    fc.record({ kind: fc.constantFrom('at_least' as const, 'at_most' as const), question: fc.constantFrom('a', 'b'), value: fc.integer({ min: -1, max: 4 }) }),
    fc.record({ kind: fc.constant('answered' as const), question: fc.constantFrom('a', 'b', 'nowhere') }),
  );
  const { condition } = fc.letrec((tie) => ({
    condition: fc.oneof({ depthSize: 'small' }, leaf, fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('condition'), { maxLength: 3 }) }), fc.record({ kind: fc.constant('not' as const), of: tie('condition') })),
  }));

  it('show and hide the same questions', () => {
    fc.assert(fc.property(condition, answer, answer, (visibleWhen, a, b) => {
      const answers = { one: { a }, two: { b } };
      expect(isVisible({ visibleWhen: visibleWhen as never }, answerIn(answers))).toBe(serverVisible({ visibleWhen: visibleWhen as never }, answers));
    }));
  });

  it('show the sections of the board that was chosen', () => {
    const book = inBoards(readProgramme('yangzhou-2021') as Rulebook);
    for (const category of ['volunteers', 'fund-study', 'child-safety', '']) {
      const answers = { scheme: { category } };
      const shown = book.form.sections.filter((section) => isVisible({ visibleWhen: sectionCondition(section as never, book as never) }, answerIn(answers))).map(({ key }) => key);
      expect(shown).toEqual(rulesFor(book, category).form.sections.map(({ key }) => key));
    }
  });

  it('take the same answers for none', () => {
    fc.assert(fc.property(answer, (given) => {
      expect(isBlank(given)).toBe(serverBlank(given));
    }));
  });
});

describe('two who went on from the same answers', () => {
  const answers = fc.dictionary(fc.constantFrom('s', 't'), fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom<unknown>('', '甲', '乙', 1, 2, ['x'], [])));

  it('lose nothing: every answer of either is in the outcome, or asked about', () => {
    fc.assert(fc.property(answers, answers, answers, (base, mine, theirs) => {
      const { answers: merged, conflicts } = merge(base, mine, theirs);
      const at = (side: typeof mine, section: string, question: string) => side[section]?.[question];
      for (const section of ['s', 't']) {
        for (const question of ['a', 'b', 'c']) {
          const [was, own, other, now] = [base, mine, theirs, merged as typeof mine].map((side) => JSON.stringify(blankAway(at(side, section, question))));
          if (own === other) expect(now).toBe(own);
          else if (own === was) expect(now).toBe(other);
          else if (other === was) expect(now).toBe(own);
          else expect(conflicts).toContainEqual(expect.objectContaining({ section, question }));
        }
      }
    }));
  });

  it('agree at once when they wrote the same, and keep both texts when asked to', () => {
    expect(merge({ s: { a: '旧' } }, { s: { a: '新' } }, { s: { a: '新' } })).toMatchObject({ conflicts: [], taken: [] });
    expect(both('我的', '同事的')).toBe('同事的\n\n我的');
    expect(both([1], '同事的')).toBeNull();
    expect(sameAnswers({ s: { a: { x: 1, y: 2 } } }, { s: { a: { y: 2, x: 1 }, b: '' } })).toBe(true);
  });
});

const blankAway = (value: unknown): unknown => (isBlank(value) ? null : value);
