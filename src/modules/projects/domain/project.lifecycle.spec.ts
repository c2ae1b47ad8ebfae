import { projectLifecycle } from './project.lifecycle.js';

it('is the life that was agreed', () => {
  expect(projectLifecycle.toMermaid()).toMatchSnapshot();
});
