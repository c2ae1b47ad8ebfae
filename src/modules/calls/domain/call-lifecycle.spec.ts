import { callLifecycle } from './call-lifecycle.js';

it('is the life that was agreed', () => {
  expect(callLifecycle.toMermaid()).toMatchSnapshot();
});
