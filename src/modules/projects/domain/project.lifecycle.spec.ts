import { projectLifecycle } from './project.lifecycle.js';

it('is the life that the README draws', () => {
  expect(projectLifecycle.toMermaid()).toMatchSnapshot();
});
