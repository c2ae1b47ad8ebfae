import { rectificationLifecycle } from './rectification.lifecycle.js';

it('is mended, examined, and sent back until it is in order', () => {
  expect(rectificationLifecycle.toMermaid()).toMatchInlineSnapshot(`
"stateDiagram-v2
  [*] --> ordered
  ordered --> answered: answer
  returned --> answered: answer
  answered --> accepted: accept
  answered --> returned: return
  accepted --> [*]"
`);
});
