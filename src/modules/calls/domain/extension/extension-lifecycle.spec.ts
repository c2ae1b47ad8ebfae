import { extensionLifecycle } from './extension-lifecycle.js';

it('draws the life of an extension', () => {
  expect(extensionLifecycle.toMermaid()).toMatchInlineSnapshot(`
"stateDiagram-v2
  [*] --> proposed
  proposed --> confirmed: confirm
  proposed --> declined: decline
  proposed --> withdrawn: withdraw
  confirmed --> [*]
  declined --> [*]
  withdrawn --> [*]"
`);
});
