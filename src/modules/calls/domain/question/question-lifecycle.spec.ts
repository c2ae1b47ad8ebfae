import { questionLifecycle } from './question-lifecycle.js';

it('draws the life of a question', () => {
  expect(questionLifecycle.toMermaid()).toMatchInlineSnapshot(`
"stateDiagram-v2
  [*] --> waiting
  waiting --> answered: answer
  waiting --> set_aside: set_aside
  answered --> [*]
  set_aside --> [*]"
`);
});
