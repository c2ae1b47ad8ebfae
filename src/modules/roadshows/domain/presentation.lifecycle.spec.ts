import { presentationLifecycle } from './presentation.lifecycle.js';

it('is the life that was agreed', () => {
  expect(presentationLifecycle.toMermaid()).toMatchSnapshot();
});
