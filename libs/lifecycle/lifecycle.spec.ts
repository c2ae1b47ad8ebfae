import { SYSTEM, no, yes, type Actor } from '#libs/access';
import { say } from '#libs/errors';
import { defineLifecycle, type LifecycleTable, type MoveContext } from '#libs/lifecycle';

type State = 'draft' | 'sent' | 'done';
interface Letter {
  status: State;
  stamped: boolean;
}

const label = say('某', 'some');
const table = (): LifecycleTable<State, 'send' | 'finish', Letter, MoveContext> => ({
  name: 'letter',
  initial: 'draft',
  states: { draft: { label: say('草稿', 'Draft') }, sent: { label }, done: { label, final: true } },
  moves: {
    send: {
      from: ['draft'],
      to: 'sent',
      label: say('寄出', 'Send'),
      onlyIf: [(letter) => (letter.stamped ? yes : no('unstamped', say('缺少邮票', 'No stamp')))],
      tells: 'LetterSent',
    },
    finish: { from: ['sent'], to: 'done', label: say('办结', 'Finish') },
  },
});
const context = { actor: SYSTEM as Actor, now: new Date('2026-01-01T00:00:00Z') };

describe('a lifecycle', () => {
  const life = defineLifecycle(table());

  it('moves along its table and answers the event to tell', () => {
    const letter: Letter = { status: 'draft', stamped: true };
    expect(life.move(letter, 'send', context)).toBe('LetterSent');
    expect(letter.status).toBe('sent');
  });

  it('refuses with the words of the guard and leaves the subject as it was', () => {
    const letter: Letter = { status: 'draft', stamped: false };
    expect(() => life.move(letter, 'send', context)).toThrow(expect.objectContaining({ kind: 'refused', code: 'unstamped' }));
    expect(letter.status).toBe('draft');
  });

  it('permits exactly the listed pairs of state and move', () => {
    for (const status of life.states) {
      for (const [move, row] of life.moves()) {
        const verdict = life.judge({ status, stamped: true }, move, context);
        expect(verdict.allowed).toBe(row.from.includes(status));
      }
    }
  });

  it('lists what is possible with the reasons against', () => {
    const possible = life.possible({ status: 'draft', stamped: false }, context);
    expect(possible).toEqual([expect.objectContaining({ move: 'send', verdict: expect.objectContaining({ code: 'unstamped' }) })]);
  });

  it('draws itself', () => {
    expect(life.toMermaid()).toMatchInlineSnapshot(`
"stateDiagram-v2
  [*] --> draft
  draft --> sent: send
  sent --> done: finish
  done --> [*]"
`);
  });

  it.each([
    ['an unknown state', (t: ReturnType<typeof table>) => ({ ...t, moves: { ...t.moves, send: { ...t.moves.send, to: 'lost' as State } } }), /unknown state "lost"/],
    ['an unreachable state', (t: ReturnType<typeof table>) => ({ ...t, moves: { ...t.moves, finish: { ...t.moves.finish, to: 'draft' as State } } }), /no move leads to "done"/],
    ['a dead end', (t: ReturnType<typeof table>) => ({ ...t, states: { ...t.states, done: { label } } }), /dead end/],
    ['a final state that is left', (t: ReturnType<typeof table>) => ({ ...t, states: { ...t.states, sent: { label, final: true as const } } }), /is final but/],
  ])('refuses %s when it is defined', (_, spoil, message) => {
    expect(() => defineLifecycle(spoil(table()))).toThrow(message);
  });
});
