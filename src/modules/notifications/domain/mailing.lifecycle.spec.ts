import { mailingLifecycle } from './mailing.lifecycle.js';

describe('a mailing', () => {
  it('waits until it is sent or dropped', () => {
    expect(mailingLifecycle.toMermaid()).toMatchInlineSnapshot(`
"stateDiagram-v2
  [*] --> waiting
  waiting --> sent: send
  waiting --> dropped: drop
  sent --> [*]
  dropped --> [*]"
`);
  });
});
