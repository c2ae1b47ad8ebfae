import { emergencyLifecycle } from './emergency.lifecycle.js';

describe('an emergency access', () => {
  it('is asked for, granted by a second person, and closed early or by the clock', () => {
    expect(emergencyLifecycle.toMermaid()).toMatchInlineSnapshot(`
"stateDiagram-v2
  [*] --> asked
  asked --> granted: grant
  asked --> refused: refuse
  asked --> withdrawn: withdraw
  granted --> closed: close
  refused --> [*]
  withdrawn --> [*]
  closed --> [*]"
`);
  });
});
