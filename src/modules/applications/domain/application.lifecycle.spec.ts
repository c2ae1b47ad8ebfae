import { applicationLifecycle } from './application.lifecycle.js';

it('is the life that the README draws', () => {
  expect(applicationLifecycle.toMermaid()).toMatchSnapshot();
});
