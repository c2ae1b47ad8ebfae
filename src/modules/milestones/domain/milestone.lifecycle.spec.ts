import { milestoneLifecycle } from './milestone.lifecycle.js';

it('is the life that was agreed', () => {
  expect(milestoneLifecycle.toMermaid()).toMatchSnapshot();
});
